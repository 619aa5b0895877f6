"""Pledges: what is short and how late it is, partner by partner; and all of it in the project's own currency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from collabdesk.auditing.facts import DueSum, Facts, total
from collabdesk.auditing.pledge_facts import PledgeFacts
from collabdesk.domain.dates import latest
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.told import counted_words, told
from collabdesk.measures.delivery import IN_ONE_UNIT, SHORTFALL, shortfall
from collabdesk.measures.lateness import LATE, days_late
from collabdesk.measures.totals import added
from collabdesk.usecases.figure_groups.contributions import events_basis
from collabdesk.usecases.figuring import Group, currency_condition, figure, scope
from collabdesk.usecases.one_unit import conversions, in_one_unit

_FIELDS = (
    ("pledged", told("Contributions pledged")),
    ("called", told("Contributions called")),
    ("received", told("Contributions received")),
)


def _figures(facts: Facts) -> Iterator[Figure]:
    if facts.pledges is None:
        return
    yield from _in_own_currency(facts, facts.pledges)
    people = {d.partner_id for d in facts.due} | {s.partner_id for s in facts.late} | _of_events(facts, facts.pledges)
    for partner in sorted(people - {None}, key=lambda p: (facts.partner_name(p), p or 0)):
        yield from _partner(facts, facts.pledges, partner)


def _of_events(facts: Facts, known: PledgeFacts) -> set[int | None]:
    return {e.partner_id for e in known.events if e.due and latest(e.due) < facts.as_of}


def _in_own_currency(facts: Facts, known: PledgeFacts) -> Iterator[Figure]:
    home = facts.home_currency
    if not known.rates or not home:
        return
    for field, label in _FIELDS:
        amounts = {u: total([getattr(s, field) for s in known.sums if s.unit == u]) for u in sorted(_units(known))}
        if all(a is None for unit, a in amounts.items() if unit != home):
            continue
        inputs: dict[str, object] = (
            {told("in {home}", home=home): amounts[home]} if amounts.get(home) is not None else {}
        )
        events = tuple(sorted(n for s in known.sums for n in s.events)) if field == "received" else ()
        basis = [Basis("contribution", field, where=scope(facts))]
        basis += [Basis("credit_event", "amount", ids=events)] if events else []
        yield figure(
            facts,
            "pledges",
            IN_ONE_UNIT,
            f"{field}-home",
            in_one_unit(amounts, home, known.rates),
            label=told("{label}, in the project's currency", label=label),
            money=home,
            inputs=inputs | conversions(amounts, home, known.rates),
            basis=basis,
        )


def _units(known: PledgeFacts) -> set[str]:
    return {s.unit for s in known.sums}


def _partner(facts: Facts, known: PledgeFacts, partner: int | None) -> Iterator[Figure]:
    name, slug = facts.partner_name(partner), f"p{partner}"
    due = [d for d in facts.due if d.partner_id == partner]
    by_unit: dict[str, list[DueSum]] = defaultdict(list)
    for one in due:
        by_unit[one.unit].append(one)
    where = (*scope(facts), ("partner_id", partner))
    for unit, its in sorted(by_unit.items()):
        ids = {field: _ids(facts, unit, field) for field in ("pledged", "called", "received")}
        outcome = added((shortfall(d.pledged, d.received) for d in its), told("pledge due by this day"))
        inputs = {
            "promised and due": total([d.pledged for d in its]),
            "received of that": total([d.received for d in its]),
        }
        has_account = any(c.has_account for c in facts.contributions if c.unit == unit)
        its_unit = currency_condition(unit, has_account=has_account)
        basis = [Basis("contribution", f, where=(*where, *its_unit)) for f, there in ids.items() if there]
        basis += events_basis(c for c in facts.credits if c.partner_id == partner and c.unit == unit and c.due)
        yield figure(
            facts, "pledges", SHORTFALL, "short", outcome,
            label="Past due", money=unit, detail=name, detail_slug=slug, inputs=inputs, basis=basis,
        )  # fmt: skip
    fields = ("due", "pledged", "called", "received")
    yield _late(facts, known, partner, due, tuple(Basis("contribution", field, where=where) for field in fields))


def _ids(facts: Facts, unit: str, field: str) -> tuple[int, ...]:
    return facts.due_ids.get((unit, field), ())


def _late(facts: Facts, known: PledgeFacts, partner: int | None, due: list[DueSum], basis: tuple[Basis, ...]) -> Figure:
    """How late the partner was at most: what came late, and what is missing still."""
    came = [s.days for s in facts.late if s.partner_id == partner]
    missing = [_since(facts, d.earliest_due) for d in due if d.earliest_due and shortfall(d.pledged, d.received) > 0]
    events = [e for e in known.events if e.partner_id == partner and e.due and latest(e.due) < facts.as_of]
    for e in events:
        if e.status == "credited" and e.credited_on:
            came.append((min(latest(e.credited_on), facts.as_of) - latest(e.due or "")).days)
        elif e.status not in ("credited", "cancelled"):
            missing.append(_since(facts, e.due or ""))
    there = basis if due or came or not events else ()
    ids = tuple(e.id or 0 for e in events)
    return figure(
        facts,
        "pledges",
        LATE,
        "late-days",
        days_late([*came, *missing], bool(due or events)),
        detail=facts.partner_name(partner),
        detail_slug=f"p{partner}",
        inputs={"came late by at most": _days(came), "missing since": _days(missing)},
        basis=(*there, *(Basis("credit_event", field, ids=ids) for field in ("due", "credited_on") if ids)),
    )


def _since(facts: Facts, day: str) -> int:
    return (facts.as_of - latest(day)).days


def _days(found: list[int]) -> str:
    return counted_words(max(0, *found, 0), "{n} day", "{n} days")


GROUP = Group("pledges", 31, _figures)
