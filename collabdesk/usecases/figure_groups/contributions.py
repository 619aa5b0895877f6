"""Contributions: what the funder grants to each partner; what partners pledged and delivered, in cash and in kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from collabdesk.auditing.facts import ContributionSum, Facts, total
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.rules import Outcome
from collabdesk.measures.delivery import DELIVERY, SHORTFALL, delivery, shortfall
from collabdesk.measures.reconciliation import DIFFERENCE, difference
from collabdesk.measures.shares import SHARE, share
from collabdesk.measures.totals import SUM, added
from collabdesk.usecases.figuring import Condition, Group, currency_condition, figure, scope

PARTNERS_OF_A_PROJECT = 100
PARTNERS_OF_THE_PORTFOLIO = 20
_FORMS = {"cash": "in cash", "in_kind": "in kind"}


@dataclass(frozen=True, slots=True)
class _Unit:
    """The contributions counted in one currency or unit of account, and the condition that picks them."""

    name: str
    where: Condition
    sums: list[ContributionSum]


def _figures(facts: Facts) -> Iterator[Figure]:
    for unit in _units(facts):
        if any(c.amount is not None for c in unit.sums):
            yield from _granted(facts, unit)
        if any(c.pledged is not None for c in unit.sums):
            yield from _pledged(facts, unit)


def _units(facts: Facts) -> Iterator[_Unit]:
    for name, has_account in sorted({(c.unit, c.has_account) for c in facts.contributions}):
        where = scope(facts) + currency_condition(name, has_account=has_account)
        if not has_account:
            where += (("unit_of_account", ""),)
        yield _Unit(name, where, [c for c in facts.contributions if (c.unit, c.has_account) == (name, has_account)])


def _granted(facts: Facts, unit: _Unit) -> Iterator[Figure]:
    make = partial(figure, facts, "contributions", money=unit.name)
    whole = total([c.amount for c in unit.sums])
    basis = Basis("contribution", "amount", where=unit.where)
    label = "Funder's contributions to partners"
    yield make(SUM, "funder-contribution", added((whole,), "contribution"), label=label, basis=(basis,))
    if facts.project and facts.project.funding is not None and facts.project.currency == unit.name:
        yield make(
            DIFFERENCE,
            "funding-difference",
            difference(whole, facts.project.funding),
            inputs={"contributions": whole, "funding": facts.project.funding},
            basis=(basis, Basis("project", "funding", ids=(facts.project.id or 0,))),
        )

    def of(part: list[ContributionSum]) -> tuple[Outcome, dict[str, object]]:
        own = total([c.amount for c in part])
        return share(own, whole), {"contribution": own, "all contributions": whole}

    by_partner = partial(make, SHARE, "share")
    yield from _partners(facts, unit, [c for c in unit.sums if c.amount is not None], "amount", of, by_partner)


def _pledged(facts: Facts, unit: _Unit) -> Iterator[Figure]:
    make = partial(figure, facts, "contributions", money=unit.name)
    pledged = total([c.pledged for c in unit.sums])
    received = total([c.received for c in unit.sums])
    on_pledge = Basis("contribution", "pledged", where=unit.where)
    on_receipt = Basis("contribution", "received", where=unit.where)
    both = (on_receipt, on_pledge)
    yield make(SUM, "pledged", added((pledged,), "pledge"), label="Contributions pledged", basis=(on_pledge,))
    yield make(SUM, "received", added((received,), "receipt"), label="Contributions received", basis=(on_receipt,))
    inputs = {"received": received, "pledged": pledged}
    yield make(DELIVERY, "delivery", delivery(received, pledged), inputs=inputs, basis=both)
    yield _past_due(facts, unit)
    for form, words in _FORMS.items():
        part = [c for c in unit.sums if c.form == form and c.pledged is not None]
        if part:
            outcome, its = _delivered(part)
            basis = _narrower(both, ("form", form))
            slug = form.replace("_", "-")
            yield make(DELIVERY, "delivery", outcome, detail=words, detail_slug=slug, inputs=its, basis=basis)
    promised = [c for c in unit.sums if c.pledged is not None]
    yield from _partners(facts, unit, promised, "pledged", _delivered, partial(make, DELIVERY, "delivery"))


def _delivered(part: list[ContributionSum]) -> tuple[Outcome, dict[str, object]]:
    pledged, received = total([c.pledged for c in part]), total([c.received for c in part])
    return delivery(received, pledged), {"received": received, "pledged": pledged}


def _past_due(facts: Facts, unit: _Unit) -> Figure:
    due = [d for d in facts.due if d.unit == unit.name]
    ids = facts.due_ids.get(unit.name, ())
    outcome = added((shortfall(d.pledged, d.received) for d in due), "pledge due by this day")
    inputs = {"pledged and due": total([d.pledged for d in due]), "received of that": total([d.received for d in due])}
    basis = tuple(Basis("contribution", field, ids=ids) for field in ("pledged", "received")) if ids else ()
    return figure(facts, "contributions", SHORTFALL, "past-due", outcome, money=unit.name, inputs=inputs, basis=basis)


def _narrower(basis: Iterable[Basis], *conditions: tuple[str, str | int | None]) -> tuple[Basis, ...]:
    return tuple(Basis(b.noun, b.field, where=(*b.where, *conditions)) for b in basis)


def _partners(
    facts: Facts,
    unit: _Unit,
    sums: list[ContributionSum],
    field: str,
    measured: Callable[[list[ContributionSum]], tuple[Outcome, dict[str, object]]],
    make: Callable[..., Figure],
) -> Iterator[Figure]:
    """One figure for each of the partners with the largest amounts; how many more there are is said on the last."""
    by_partner: dict[int | None, list[ContributionSum]] = {}
    for one in sums:
        by_partner.setdefault(one.partner_id, []).append(one)
    size = {key: total([getattr(c, field) for c in part]) or 0 for key, part in by_partner.items()}
    ordered = sorted(by_partner, key=lambda key: (-size[key], facts.partner_name(key), key or 0))
    most = PARTNERS_OF_A_PROJECT if facts.project else PARTNERS_OF_THE_PORTFOLIO
    shown = ordered[:most]
    for key in shown:
        outcome, inputs = measured(by_partner[key])
        fields = ("received", "pledged") if field == "pledged" else (field,)
        basis = tuple(Basis("contribution", f, where=(*unit.where, ("partner_id", key))) for f in fields)
        hidden = len(ordered) - most
        note = f"{hidden} partners with smaller amounts are not listed" if hidden > 0 and key == shown[-1] else None
        yield make(
            outcome,
            detail=facts.partner_name(key),
            detail_slug=f"p{key or 0}",
            inputs=inputs,
            basis=basis,
            note=note,
        )


GROUP = Group("contributions", 30, _figures)
