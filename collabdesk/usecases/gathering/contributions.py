"""Contributions as sums: what was pledged, called and received, what fell due, and what came late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

from collabdesk.auditing.facts import ContributionSum, DueSum, LateSum, total
from collabdesk.auditing.pledge_facts import Credited
from collabdesk.domain.dates import latest
from collabdesk.measures.delivery import shortfall
from collabdesk.usecases.gathering import crediting
from collabdesk.usecases.gathering.sums import less, sums_by_key, unit_of
from collabdesk.usecases.known_by import Where, later
from collabdesk.usecases.workspace import Workspace


def contributions(ws: Workspace, where: Where, as_of: date, *, each: bool) -> tuple[ContributionSum, ...]:
    """By partner, form and unit, of each project where `each`; receipts as known by the day."""
    by = ("partner_id", "form", "currency", "unit_of_account", *(("project_id",) if each else ()))
    unknown = later(ws, "contribution", where, as_of)
    minus = sums_by_key(ws, "contribution", ("received",), by, unknown[0]) if unknown else {}
    sums = ws.sums("contribution", ("amount", "pledged", "called", "received"), by=by, where=where)
    ws.check()
    return tuple(
        ContributionSum(
            project_id=s.key[4] if each else None,
            partner_id=s.key[0],
            form=s.key[1] or "",
            unit=unit_of(s.key[2], s.key[3]),
            has_account=bool(s.key[3]),
            amount=s.totals["amount"],
            pledged=s.totals["pledged"],
            called=s.totals["called"],
            received=less(s, "received", minus.get(s.key)),
            records=s.records,
        )
        for s in sums
    )


def due(ws: Workspace, where: Where, as_of: date, credited: Iterable[Credited], *, each: bool) -> tuple[DueSum, ...]:
    """What fell due before the day and what came of it, credit events among it."""
    past = _days(ws, "contribution", "due", where, lambda day: day < as_of)
    if not past:
        return ()
    by = ("project_id", "partner_id", "form", "currency", "unit_of_account", *(("due",) if each else ()))
    fallen = {**where, "due": past}
    unknown = later(ws, "contribution", fallen, as_of)
    minus = sums_by_key(ws, "contribution", ("received",), by, unknown[0]) if unknown else {}
    sums = ws.sums("contribution", ("pledged", "called", "received"), by=by, where=fallen)
    parts = [_due_part(s, minus.get(s.key)) for s in sums if _owed(s) is not None]
    parts = crediting.due_with_credits(parts, credited, as_of, each=each)
    return _joined(parts) if each else tuple(parts)


def _owed(s: Any) -> Decimal | None:
    return cast("Decimal | None", s.totals["called"] if s.totals["pledged"] is None else s.totals["pledged"])


def _due_part(s: Any, unknown: Any) -> DueSum:
    project_id, partner_id, form, currency, account, *day = s.key
    return DueSum(
        project_id=project_id,
        partner_id=partner_id,
        form=form or "",
        unit=unit_of(currency, account),
        pledged=_owed(s),
        received=less(s, "received", unknown),
        earliest_due=day[0] if day else "",
        records=s.records,
    )


def _joined(parts: list[DueSum]) -> tuple[DueSum, ...]:
    """The parts of each day as one, which remembers the first day that something is missing of."""
    grouped: dict[tuple[Any, ...], list[DueSum]] = defaultdict(list)
    for part in parts:
        grouped[part.project_id, part.partner_id, part.form, part.unit].append(part)
    return tuple(
        replace(
            found[0],
            pledged=total([d.pledged for d in found]),
            received=total([d.received for d in found]),
            earliest_due=min(d.earliest_due for d in _short(found) or found),
            records=sum(d.records for d in found),
        )
        for found in grouped.values()
    )


def _short(parts: list[DueSum]) -> list[DueSum]:
    return [d for d in parts if shortfall(d.pledged, d.received) > 0]


def due_ids(ws: Workspace, where: Where, as_of: date) -> dict[tuple[str, str], tuple[int, ...]]:
    """The contributions that fell due, by unit and field: the cells that the shortfall rests on."""
    past = _days(ws, "contribution", "due", where, lambda day: day < as_of)
    by, fields = ("currency", "unit_of_account"), ("pledged", "called", "received")
    fallen = {**where, "due": past}
    unknown = later(ws, "contribution", fallen, as_of) if past else []
    found = {}
    for s in ws.sums("contribution", fields, by=by, where=fallen) if past else ():
        its = {**fallen, "currency": s.key[0], "unit_of_account": s.key[1]}
        every = ws.ids("contribution", where=its)
        for field in fields:
            blank = set(ws.ids("contribution", where={**its, field: None}))
            if field == "received":
                blank.update(i for condition in unknown for i in ws.ids("contribution", where={**condition, **its}))
            if field == "called":
                # A call counts only where no pledge is stated.
                blank.update(set(every) - set(ws.ids("contribution", where={**its, "pledged": None})))
            found[unit_of(*s.key), field] = tuple(i for i in every if i not in blank)
    return found


def late(ws: Workspace, where: Where, as_of: date) -> tuple[LateSum, ...]:
    """What was received after the day on which it was due."""
    by = ("project_id", "partner_id", "currency", "unit_of_account", "due", "received_on")
    found = []
    days = _days(ws, "contribution", "received_on", where, lambda day: day <= as_of)
    for s in ws.sums("contribution", ("received",), by=by, where={**where, "received_on": days}) if days else ():
        due, came = s.key[4], s.key[5]
        if due and latest(due) < latest(came):
            found.append(
                LateSum(
                    project_id=s.key[0],
                    partner_id=s.key[1],
                    unit=unit_of(s.key[2], s.key[3]),
                    received=s.totals["received"],
                    days=(latest(came) - latest(due)).days,
                    records=s.records,
                )
            )
    return tuple(found)


def _days(ws: Workspace, noun: str, field: str, where: Where, wanted: Callable[[date], bool]) -> list[str]:
    """The distinct days of a date field, as they are recorded, whose last possible day is wanted."""
    return sorted(d for d in ws.stated(noun, field, where) if d and wanted(latest(d)))
