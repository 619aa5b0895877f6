"""Credits: the agreed value of contributions in kind, and what of it credit events have credited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from collabdesk.auditing.facts import Facts, total
from collabdesk.domain.credit_events import CreditEvent
from collabdesk.domain.crediting import unit_of
from collabdesk.domain.dates import is_later
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.told import told
from collabdesk.measures import totals
from collabdesk.measures.crediting import BEHIND, COUNTED, behind_in_all, counted
from collabdesk.measures.totals import COUNT, SUM, added
from collabdesk.usecases.figuring import Group, figure

_STATES = (
    ("credited", "Credited by events"),
    ("claimed", "Claimed, not yet credited"),
    ("planned", "Planned credit events"),
    ("refused", "Refused credit events"),
)
_RULE = told("an event is a part of what is received, not more of it: the larger of both counts")


def _figures(facts: Facts) -> Iterator[Figure]:
    known = facts.pledges
    if known is None or not known.events:
        return
    for unit in sorted({unit_of(e) for e in known.events}):
        yield from _of_unit(facts, unit, [e for e in known.events if unit_of(e) == unit])
    if known.unplaced:
        yield figure(
            facts, "credits", COUNT, "credit-unplaced", totals.counted(len(known.unplaced)),
            label="Credited events without a contribution", basis=(_basis(known.unplaced),),
            note="their partner has no contribution, or several, in kind and in their unit: counted nowhere",
        )  # fmt: skip


def _of_unit(facts: Facts, unit: str, events: list[CreditEvent]) -> Iterator[Figure]:
    make = partial(figure, facts, "credits", money=unit)
    agreed = [e for e in events if e.status != "cancelled"]
    yield make(
        SUM, "credit-agreed", added((e.amount for e in agreed), told("value of a credit event")),
        label="Value of all credit events", inputs={"events": len(agreed)}, basis=(_basis(agreed),) if agreed else (),
    )  # fmt: skip
    for state, label in _STATES:
        its = [e for e in events if state_of(facts, e) == state]
        if its or state == "credited":
            outcome = added((e.amount for e in its), told("credit event that is {state}", state=state))
            basis = (_basis(its),) if its else ()
            yield make(SUM, f"credit-{state}", outcome, label=label, inputs={"events": len(its)}, basis=basis)
    yield from _counted(facts, unit)
    for partner in sorted({e.partner_id for e in agreed if e.partner_id}, key=lambda p: (facts.partner_name(p), p)):
        its = [e for e in agreed if e.partner_id == partner]
        credited = [e for e in its if state_of(facts, e) == "credited"]
        yield make(
            SUM, "credited", added((e.amount for e in credited), told("credited event")),
            label="Credited by events", detail=facts.partner_name(partner), detail_slug=f"p{partner}",
            inputs={"value of its events": total([e.amount for e in its]), "events credited": len(credited)},
            basis=(_basis(its),),
        )  # fmt: skip


def _counted(facts: Facts, unit: str) -> Iterator[Figure]:
    its = [c for c in facts.credits if c.unit == unit]
    if not its:
        return
    contributions = Basis("contribution", "received", ids=tuple(c.contribution_id for c in its))
    events = Basis("credit_event", "amount", ids=tuple(sorted(n for c in its for n in c.events)))
    inputs = {"recorded as received": total([c.recorded for c in its]), "credited": total([c.credited for c in its])}
    make = partial(figure, facts, "credits", money=unit, inputs=inputs, basis=(contributions, events), note=_RULE)
    label = told("Received or credited, of contributions with credit events")
    values = (counted(c.recorded, c.credited) for c in its)
    yield make(COUNTED, "credit-counted", added(values, told("contribution with credit events")), label=label)
    yield make(BEHIND, "credit-difference", behind_in_all([(c.recorded, c.credited) for c in its]))


def state_of(facts: Facts, event: CreditEvent) -> str:
    """The event's status as known by the day: what is credited later is claimed until then."""
    if event.status == "credited" and is_later(event.credited_on, facts.as_of):
        return "claimed"
    return event.status


def _basis(events: Iterable[CreditEvent]) -> Basis:
    return Basis("credit_event", "amount", ids=tuple(e.id or 0 for e in events))


GROUP = Group("credits", 32, _figures)
