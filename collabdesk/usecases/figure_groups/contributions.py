"""Contributions: what the funder grants to each partner; what partners pledged and delivered, in cash and in kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from collabdesk.auditing.facts import ContributionSum, Facts, total
from collabdesk.auditing.pledge_facts import Credited
from collabdesk.auditing.wording import FORM_WORDS
from collabdesk.domain.contributions import form_of
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.rules import Outcome, Rule
from collabdesk.domain.told import told
from collabdesk.measures.delivery import COLLECTION, DELIVERY, SHORTFALL, collection, delivery, shortfall
from collabdesk.measures.reconciliation import DIFFERENCE, difference
from collabdesk.measures.shares import SHARE, share
from collabdesk.measures.totals import SUM, added
from collabdesk.usecases.figuring import Condition, Group, currency_condition, figure, scope

PARTNERS_OF_A_PROJECT = 100
PARTNERS_OF_THE_PORTFOLIO = 20


@dataclass(frozen=True, slots=True)
class _Unit:
    """The contributions counted in one currency or unit of account, and the condition that picks them."""

    name: str
    where: Condition
    sums: list[ContributionSum]
    credits: list[Credited]

    @property
    def records(self) -> int:
        return sum(c.records for c in self.sums)

    def events_of(self, part: Iterable[ContributionSum]) -> tuple[Basis, ...]:
        """The credit events of these sums: of what is recorded and what is credited the larger counts."""
        keys = {(c.partner_id, c.form) for c in part}
        return events_basis(c for c in self.credits if (c.partner_id, c.form) in keys)


@dataclass(frozen=True, slots=True)
class _Promise:
    """A pledge or a call: what a receipt is measured against."""

    field: str
    noun: str
    label: str
    rule: Rule
    slug: str
    measure: Callable[[Decimal | None, Decimal | None], Outcome]

    def of(self, part: ContributionSum) -> Decimal | None:
        return part.pledged if self.field == "pledged" else part.called

    def measured(self, part: list[ContributionSum]) -> tuple[Outcome, dict[str, object]]:
        promised, received = total([self.of(c) for c in part]), total([c.received for c in part])
        return self.measure(received, promised), {
            "received": received,
            told("called") if self.field == "called" else told("pledged"): promised,
        }


_PROMISES = (
    _Promise("pledged", told("pledge"), told("Contributions pledged"), DELIVERY, "delivery", delivery),
    _Promise("called", told("call"), told("Contributions called"), COLLECTION, "collection", collection),
)


def _figures(facts: Facts) -> Iterator[Figure]:
    for unit in _units(facts):
        if any(c.amount is not None for c in unit.sums):
            yield from _granted(facts, unit)
        promises = [p for p in _PROMISES if any(p.of(c) is not None for c in unit.sums)]
        if promises:
            received = total([c.received for c in unit.sums])
            make = partial(figure, facts, "contributions", money=unit.name, inputs={"records": unit.records})
            basis = [Basis("contribution", "received", where=unit.where)] if received is not None else []
            basis += unit.events_of(unit.sums)
            outcome = added((received,), told("receipt"))
            yield make(SUM, "received", outcome, label="Contributions received", basis=basis)
            yield _past_due(facts, unit)
        for promise in promises:
            yield from _promised(facts, unit, promise, every_partner=promise is promises[0])


def _units(facts: Facts) -> Iterator[_Unit]:
    for name, has_account in sorted({(c.unit, c.has_account) for c in facts.contributions}):
        where = scope(facts) + currency_condition(name, has_account=has_account)
        if not has_account:
            where += (("unit_of_account", ""),)
        key = (name, has_account)
        sums = [c for c in facts.contributions if (c.unit, c.has_account) == key]
        yield _Unit(name, where, sums, [c for c in facts.credits if (c.unit, c.has_account) == key])


def _granted(facts: Facts, unit: _Unit) -> Iterator[Figure]:
    make = partial(figure, facts, "contributions", money=unit.name)
    whole = total([c.amount for c in unit.sums])
    basis = Basis("contribution", "amount", where=unit.where)
    label = told("Funder's contributions to partners")
    yield make(SUM, "funder-contribution", added((whole,), told("contribution")), label=label, basis=(basis,))
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
    granted = [c for c in unit.sums if c.amount is not None]
    yield from _partners(facts, unit, granted, "amount", of, by_partner, whole=(basis,))


def _promised(facts: Facts, unit: _Unit, promise: _Promise, *, every_partner: bool) -> Iterator[Figure]:
    """What was received of pledges, or of calls: like for like, of the partners and forms that have one."""
    make = partial(figure, facts, "contributions", money=unit.name)
    part = [c for c in unit.sums if promise.of(c) is not None]
    others = [c for c in unit.sums if promise.of(c) is None and c.received is not None]
    whole = total([promise.of(c) for c in part])
    basis = (Basis("contribution", promise.field, where=unit.where),)
    yield make(SUM, promise.field, added((whole,), promise.noun), label=promise.label, basis=basis)
    outcome, inputs = promise.measured(part)
    left_out = told("receipts without a {noun} are left out", noun=promise.noun) if others else None
    receipts = _receipts(unit, part, others)
    yield make(promise.rule, promise.slug, outcome, inputs=inputs, basis=(*receipts, *basis), note=left_out)
    for form, words in FORM_WORDS.items():
        its = [c for c in part if form_of(c.form) == form]
        if its:
            outcome, inputs = promise.measured(its)
            narrow = (*_receipts_of_forms(unit, its, others), *_of_forms(basis, its))
            slug = form.replace("_", "-")
            yield make(promise.rule, promise.slug, outcome, detail=words, detail_slug=slug, inputs=inputs, basis=narrow)
    if every_partner:
        by_partner = partial(make, promise.rule, promise.slug)
        yield from _partners(facts, unit, part, promise.field, promise.measured, by_partner)


def _receipts(unit: _Unit, part: list[ContributionSum], others: list[ContributionSum]) -> tuple[Basis, ...]:
    """Where the receipts stand: all of the unit, or partner by partner where some have no promise."""
    events = unit.events_of(part)
    if not others:
        return (Basis("contribution", "received", where=unit.where), *events)
    keys = sorted({(c.partner_id or 0, c.form) for c in part if c.received is not None})
    return (
        tuple(
            Basis("contribution", "received", where=(*unit.where, ("partner_id", partner or None), ("form", form)))
            for partner, form in keys
        )
        + events
    )


def _past_due(facts: Facts, unit: _Unit) -> Figure:
    due = [d for d in facts.due if d.unit == unit.name]
    outcome = added((shortfall(d.pledged, d.received) for d in due), told("pledge due by this day"))
    inputs = {"promised and due": total([d.pledged for d in due]), "received of that": total([d.received for d in due])}
    cells = ((field, facts.due_ids.get((unit.name, field), ())) for field in ("pledged", "called", "received"))
    basis = tuple(Basis("contribution", field, ids=ids) for field, ids in cells if ids)
    basis += events_basis(c for c in facts.credits if c.unit == unit.name and c.due)
    return figure(facts, "contributions", SHORTFALL, "past-due", outcome, money=unit.name, inputs=inputs, basis=basis)


def _receipts_of_forms(unit: _Unit, its: list[ContributionSum], others: list[ContributionSum]) -> tuple[Basis, ...]:
    if others:
        return _receipts(unit, its, others)
    return (*_of_forms((Basis("contribution", "received", where=unit.where),), its), *unit.events_of(its))


def _of_forms(basis: Iterable[Basis], part: list[ContributionSum]) -> tuple[Basis, ...]:
    """The basis of one form, by each word that the source has for it."""
    words = sorted({c.form for c in part})
    return tuple(Basis(b.noun, b.field, where=(*b.where, ("form", word))) for b in basis for word in words)


def events_basis(found: Iterable[Credited]) -> tuple[Basis, ...]:
    """The credited events of some contributions, as a figure's basis."""
    ids = tuple(sorted(number for c in found for number in c.events))
    return (Basis("credit_event", "amount", ids=ids),) if ids else ()


def _partners(
    facts: Facts,
    unit: _Unit,
    sums: list[ContributionSum],
    field: str,
    measured: Callable[[list[ContributionSum]], tuple[Outcome, dict[str, object]]],
    make: Callable[..., Figure],
    whole: tuple[Basis, ...] = (),
) -> Iterator[Figure]:
    """One figure for each of the partners with the largest amounts; how many more there are is said on the last."""
    by_partner: dict[int | None, list[ContributionSum]] = {}
    for one in (c for c in sums if c.partner_id is not None):
        by_partner.setdefault(one.partner_id, []).append(one)
    size = {key: total([getattr(c, field) for c in part]) or 0 for key, part in by_partner.items()}
    ordered = sorted(by_partner, key=lambda key: (-size[key], facts.partner_name(key), key or 0))
    most = PARTNERS_OF_A_PROJECT if facts.project else PARTNERS_OF_THE_PORTFOLIO
    shown = ordered[:most]
    for key in shown:
        outcome, inputs = measured(by_partner[key])
        fields = (field,) if field == "amount" else ("received", field)
        basis = tuple(Basis("contribution", f, where=(*unit.where, ("partner_id", key))) for f in fields)
        basis += whole if field == "amount" else unit.events_of(by_partner[key])
        hidden = len(ordered) - most
        note = (
            told("{hidden} partners with smaller amounts are not listed", hidden=hidden)
            if hidden > 0 and key == shown[-1]
            else None
        )
        yield make(
            outcome,
            detail=facts.partner_name(key),
            detail_slug=f"p{key or 0}",
            inputs=inputs,
            basis=basis,
            note=note,
        )


GROUP = Group("contributions", 30, _figures)
