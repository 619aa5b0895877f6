"""Geographical return: each country's share of the weighted contracts against its share of the contributions."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from collabdesk.auditing.balance_facts import BalanceFacts, PlacedSum
from collabdesk.auditing.concentration import by_country, partner_amounts, partners_of, units
from collabdesk.auditing.facts import Facts, total
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.domain.conversions import NoRate, Rate
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import in_a_row, told
from collabdesk.measures.geo_return import CHECK, RETURN, WEIGHTED, check_sum, geo_return
from collabdesk.measures.totals import added
from collabdesk.usecases.figure_groups.contributions import events_basis
from collabdesk.usecases.figuring import Condition, Group, currency_condition, figure, scope
from collabdesk.usecases.one_unit import conversions, in_one_unit

_KINDS = (("pledged", told("pledged contributions")), ("received", told("received contributions")))
_GRANTED = (("amount", told("funder's contributions")),)


@dataclass(frozen=True, slots=True)
class _Paid:
    """What each country contributed in one unit; `where` picks the contributions."""

    field: str
    words: str
    unit: str
    where: Condition
    by_country: Mapping[str, Decimal]
    note: str | None
    reason: str | None = None
    inputs: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def slug(self) -> str:
        """Part of the figures' ids: of all units together, or of one."""
        return f"{self.field}-home" if self.inputs or self.reason else self.field


@dataclass(frozen=True, slots=True)
class _Placed:
    """The weighted contracts by country, in one unit; `reason` where they cannot be brought into one."""

    unit: str
    by_country: Mapping[str, Decimal]
    ids: Mapping[str, tuple[int, ...]]
    inputs: Mapping[str, str]
    reason: str | None
    note: str | None
    weighed: frozenset[int] = frozenset()

    def basis(self, ids: Iterable[int]) -> tuple[Basis, ...]:
        """The contracts' amounts, and the weights of those that state one."""
        numbers = tuple(sorted(ids))
        weights = tuple(n for n in numbers if n in self.weighed)
        found = (Basis("contract", "amount", ids=numbers),) if numbers else ()
        return (*found, Basis("contract", "weight", ids=weights)) if weights else found


def _figures(facts: Facts) -> Iterator[Figure]:
    known = facts.balance
    if known is None or not known.contracts:
        return
    placed = _placed(facts, known)
    yield from _contracts(facts, placed)
    for paid in _paid(facts):
        yield from _coefficients(facts, paid, placed)


def _placed(facts: Facts, known: BalanceFacts) -> _Placed:
    by_country_: dict[str, list[PlacedSum]] = defaultdict(list)
    for one in known.contracts:
        by_country_[one.country].append(one)
    found = sorted({c.unit for c in known.contracts})
    unit = found[0] if len(found) == 1 else facts.home_currency
    rates: Mapping[str, Rate | NoRate] = known.rates
    if len(found) > 1 and not unit:
        reason = told("contracts are in {found} currencies, which the portfolio does not convert", found=len(found))
        return _Placed("", {}, {}, {}, reason, None)
    sums: dict[str, Decimal] = {}
    converted: dict[str, str] = {}
    for country, its in by_country_.items():
        amounts = {u: total([c.weighted for c in its if c.unit == u]) for u in sorted({c.unit for c in its})}
        outcome = in_one_unit(amounts, unit, rates)
        if outcome.value is None:
            return _Placed(unit, {}, {}, {}, outcome.reason, None)
        sums[country] = outcome.value
        converted |= conversions(amounts, unit, rates)
    ids = {country: tuple(n for c in its for n in c.ids) for country, its in by_country_.items()}
    left = len(ids.pop("", ()))
    sums.pop("", None)
    note = told("{left} contracts of no known country are left out", left=left) if left else None
    ordered = dict(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))
    weighed = frozenset(n for c in known.contracts for n in c.weighed)
    return _Placed(unit, ordered, ids, converted, None, note, weighed)


def _contracts(facts: Facts, placed: _Placed) -> Iterator[Figure]:
    everything = tuple(sorted(n for ids in placed.ids.values() for n in ids))
    outcome = Outcome(None, placed.reason) if placed.reason else added(placed.by_country.values(), told("contract"))
    make = partial(figure, facts, "geo_return", WEIGHTED, money=placed.unit, note=placed.note)
    yield make("contracts", outcome, inputs=placed.inputs, basis=placed.basis(everything))
    for country, amount in placed.by_country.items():
        yield make(
            "contracts", Outcome(amount), detail=country, detail_slug=slug_of(country),
            inputs={"contracts": len(placed.ids[country])},
            basis=placed.basis(placed.ids[country]),
        )  # fmt: skip


def _paid(facts: Facts) -> Iterator[_Paid]:
    """By what is pledged and by what is received; by what is granted only where neither is recorded.

    Where a project's contributions are in several units, each by itself, and all of them in its own currency.
    """
    kinds = [kind for kind in _KINDS if units(facts, kind[0])] or list(_GRANTED)
    for name, words in kinds:
        if facts.project is not None and len(units(facts, name)) > 1 and facts.home_currency:
            yield _together(facts, name, words)
        for unit, has_account in units(facts, name):
            amounts, nameless = partner_amounts(facts, name, unit)
            sums = by_country(facts, amounts)
            left = sums.pop("", None)
            where = scope(facts) + currency_condition(unit, has_account=has_account)
            where += () if has_account else (("unit_of_account", ""),)
            notes = [told("contributions of no known country are left out")] if left is not None or nameless else []
            yield _Paid(name, words, unit, where, sums, in_a_row(notes) or None)


def _together(facts: Facts, name: str, words: str) -> _Paid:
    """All units in the project's currency, by the agreed rates; without one there is only the reason."""
    home, rates = facts.home_currency, facts.balance.rates if facts.balance else {}
    by_unit = {unit: by_country(facts, partner_amounts(facts, name, unit)[0]) for unit, _ in units(facts, name)}
    totals = {unit: sum(amounts.values(), Decimal(0)) for unit, amounts in by_unit.items()}
    reason = in_one_unit(totals, home, rates).reason
    sums: dict[str, Decimal] = {}
    for country in dict.fromkeys(c for amounts in by_unit.values() for c in amounts if c):
        its = {unit: amounts.get(country) for unit, amounts in by_unit.items()}
        sums[country] = in_one_unit(its, home, rates).value or Decimal(0)
    left = any("" in amounts for amounts in by_unit.values())
    note = "contributions of no known country are left out" if left else None
    ordered = dict(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))
    converted = conversions(totals, home, rates)
    return _Paid(
        name,
        told("{words} all in {home}", words=words, home=home),
        home,
        scope(facts),
        ordered,
        note,
        reason,
        converted,
    )


def _coefficients(facts: Facts, paid: _Paid, placed: _Placed) -> Iterator[Figure]:
    coefficients = geo_return(paid.by_country, placed.by_country)
    whole, contracts = sum(paid.by_country.values(), Decimal(0)), sum(placed.by_country.values(), Decimal(0))
    note = in_a_row(n for n in (paid.note, placed.note) if n) or None
    reason = placed.reason or paid.reason
    make = partial(figure, facts, "geo_return", money=paid.unit)
    for country, coefficient in coefficients.items():
        inputs: dict[str, object] = {
            "contributions": paid.by_country.get(country), "all contributions": whole,
            "weighted contracts": placed.by_country.get(country, Decimal(0)), "all weighted contracts": contracts,
            "contributions are in": paid.unit, "contracts are in": placed.unit,
            **placed.inputs, **paid.inputs,
        }  # fmt: skip
        yield make(
            RETURN, f"geo-return-{paid.slug}", Outcome(None, reason) if reason else coefficient,
            detail=in_a_row((country, paid.words), ", "), detail_slug=slug_of(country), inputs=inputs, note=note,
            basis=_basis(facts, paid, placed, country),
        )  # fmt: skip
    outcome = Outcome(None, reason) if reason else check_sum(paid.by_country, coefficients)
    outside = sum((v for c, v in placed.by_country.items() if not paid.by_country.get(c)), Decimal(0))
    more = told("contracts lie in countries without a contribution, so the sum is below 1") if outside else None
    yield make(
        CHECK, f"geo-return-{paid.slug}-check", outcome, detail=paid.words,
        inputs={"weighted contracts in countries without a contribution": outside, "all weighted contracts": contracts},
        basis=_everything(facts, paid, placed),
        note=in_a_row(n for n in (note, more) if n) or None,
    )  # fmt: skip


def _basis(facts: Facts, paid: _Paid, placed: _Placed, country: str) -> tuple[Basis, ...]:
    """The country's own contributions and contracts, and all of them, of which they are shares."""
    partners = partners_of(facts, country) if paid.by_country.get(country) else []
    its = [Basis("contribution", paid.field, where=(*paid.where, ("partner_id", p))) for p in partners]
    own = (*its, *_events(facts, paid, partners), *placed.basis(placed.ids.get(country, ())))
    return (*own, *_everything(facts, paid, placed))


def _everything(facts: Facts, paid: _Paid, placed: _Placed) -> tuple[Basis, ...]:
    """All contributions and contracts."""
    contracts = placed.basis(n for ids in placed.ids.values() for n in ids)
    return (Basis("contribution", paid.field, where=paid.where), *_events(facts, paid, None), *contracts)


def _events(facts: Facts, paid: _Paid, partners: list[int] | None) -> tuple[Basis, ...]:
    """The credit events behind what counts as received; of some partners, or of all (None)."""
    if paid.field != "received":
        return ()
    its = (c for c in facts.credits if (paid.slug != paid.field or c.unit == paid.unit))
    return events_basis(c for c in its if partners is None or c.partner_id in partners)


GROUP = Group("geo_return", 42, _figures)
