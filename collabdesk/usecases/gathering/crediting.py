"""Gather what credit events credit beyond what contributions record as received; of one project or the portfolio."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import cast

from collabdesk.auditing.facts import ContributionSum, DueSum, total
from collabdesk.auditing.pledge_facts import Credited
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.credit_events import CreditEvent
from collabdesk.domain.crediting import its_contribution, unit_of
from collabdesk.domain.dates import latest
from collabdesk.usecases.known_by import Where
from collabdesk.usecases.workspace import Workspace


def credited_events(ws: Workspace, where: Where, as_of: date) -> list[CreditEvent]:
    """The events that are credited by the day; one without a day counts, for it was credited on some."""
    found = cast("list[CreditEvent]", ws.find("credit_event", status="credited", **where))
    return [e for e in found if e.amount is not None and (not e.credited_on or latest(e.credited_on) <= as_of)]


def gathered(ws: Workspace, where: Where, as_of: date) -> tuple[Credited, ...]:
    """Each contribution that has credited events, with both: what is recorded, and what the events credit."""
    events = credited_events(ws, where, as_of)
    if not events:
        return ()
    there = contributions_of(ws, events)
    by_id: dict[int, list[CreditEvent]] = defaultdict(list)
    for event in events:
        its = its_contribution(event, there[event.project_id, event.partner_id] + there[event.project_id, None])
        if its is not None:
            by_id[its.id or 0].append(event)
    known = {c.id: c for some in there.values() for c in some}
    return tuple(_credited(known[number], some, as_of) for number, some in sorted(by_id.items()))


def contributions_of(
    ws: Workspace, events: Iterable[CreditEvent]
) -> dict[tuple[int | None, int | None], list[Contribution]]:
    """The contributions that the events may be of, by project and partner; those they name by project alone too."""
    found: dict[tuple[int | None, int | None], list[Contribution]] = defaultdict(list)
    named = sorted({e.contribution_id for e in events if e.contribution_id is not None})
    if named:
        for c in cast("list[Contribution]", ws.find("contribution", id=named)):
            found[c.project_id, None].append(c)
    others = {(e.project_id, e.partner_id) for e in events if e.contribution_id is None and e.partner_id}
    if others:
        where = {"project_id": sorted({p or 0 for p, _ in others}), "partner_id": sorted({p or 0 for _, p in others})}
        for c in cast("list[Contribution]", ws.find("contribution", **where)):
            if (c.project_id, c.partner_id) in others:
                found[c.project_id, c.partner_id].append(c)
    return found


def _credited(contribution: Contribution, events: list[CreditEvent], as_of: date) -> Credited:
    day = contribution.received_on
    is_known = not day or latest(day) <= as_of
    return Credited(
        project_id=contribution.project_id,
        partner_id=contribution.partner_id,
        contribution_id=contribution.id or 0,
        form=contribution.form,
        unit=unit_of(contribution),
        has_account=bool(contribution.unit_of_account),
        purpose=contribution.purpose,
        year=contribution.year,
        due=contribution.due or "",
        recorded=contribution.received if is_known else None,
        credited=sum((e.amount or Decimal(0) for e in events), Decimal(0)),
        events=tuple(e.id or 0 for e in events),
    )


def with_credits(sums: tuple[ContributionSum, ...], found: Iterable[Credited]) -> tuple[ContributionSum, ...]:
    """The sums, in whose `received` counts what was credited beyond what is recorded."""
    more = {c.contribution_id: c for c in found if c.more}
    if not more:
        return sums
    added: dict[tuple[object, ...], Decimal] = defaultdict(Decimal)
    for c in more.values():
        added[c.project_id, c.partner_id, c.form, c.unit, c.has_account] += c.more
        added[None, c.partner_id, c.form, c.unit, c.has_account] += c.more
    keys = [(s.project_id, s.partner_id, s.form, s.unit, s.has_account) for s in sums]
    return tuple(
        replace(s, received=total([s.received, added[key]])) if key in added else s
        for s, key in zip(sums, keys, strict=True)
    )


def due_with_credits(parts: list[DueSum], found: Iterable[Credited], as_of: date, *, each: bool) -> list[DueSum]:
    """The same for what fell due; `each`: the parts are those of single days."""
    added: dict[tuple[object, ...], Decimal] = defaultdict(Decimal)
    for c in found:
        if c.more and c.due and latest(c.due) < as_of:
            added[c.project_id, c.partner_id, c.form, c.unit, c.due if each else ""] += c.more
    if not added:
        return parts
    keys = [(d.project_id, d.partner_id, d.form, d.unit, d.earliest_due) for d in parts]
    return [
        replace(d, received=total([d.received, added[key]])) if key in added else d
        for d, key in zip(parts, keys, strict=True)
    ]
