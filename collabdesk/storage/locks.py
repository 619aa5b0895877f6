"""What closed reporting periods and declared items refuse: asked once, at the end of every step, whatever its way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from collabdesk.domain.period_rules import (
    AMOUNTS,
    CLOSED,
    DAYS,
    DECLARED,
    REPORTED,
    belongs,
    day_of,
    held,
    may_be_added,
    may_move_in,
    milder,
)
from collabdesk.domain.problems import Refused
from collabdesk.storage.bulk import Run, runs_of
from collabdesk.storage.driver import fetch
from collabdesk.storage.journal import BULK_ADDED, BULK_DELETED, DELETED
from collabdesk.storage.lock_words import Offence, Period, sentences
from collabdesk.storage.schema import TABLES
from collabdesk.storage.touched import Fields, Touch, changes, present, records, rows_of, touched_in_bulk, touches

if TYPE_CHECKING:
    from collabdesk.storage.revert import Plan

GUARDED = ("cost", "effort")
_PERIOD = "reporting_period"
_BACKWARDS = frozenset({"undo", "redo", "revert"})
_LOOKED_AT = DECLARED | {None}  # None: deleted since
_MOVED = '"status"'
_FIXED_PERIOD = frozenset({"project_id", "code", "start", "end"})


def refuse(connection: Connection, step_id: int, act: str, changed: Mapping[str, Collection[str]]) -> None:
    """Refused, naming period, project and record, where the step's changes (all written by now) may not be.

    `changed` are the nouns that the step touches, each with the fields that it set in records that were there.
    Nothing is read unless costs, efforts or reporting periods are touched; little unless a period is closed.
    """
    guarded = [noun for noun in GUARDED if noun in changed]
    if not guarded and _PERIOD not in changed:
        return
    found: list[Offence] = []
    now = _closed(connection)
    if _PERIOD in changed:
        touched = [*touches(connection, step_id, _PERIOD), *touched_in_bulk(connection, step_id, _PERIOD)]
        found += _periods_held(touched, act)
        now = _as_before(now, touched)
    for noun in guarded:
        if now:
            found += _held_by_periods(connection, step_id, noun, now)
        if act not in _BACKWARDS:
            found += _held_as_declared(connection, step_id, noun, changed[noun])
    if found:
        raise Refused(" ".join(sentences(connection, found)), "closed-period")


def blockers(connection: Connection, plan: Plan) -> Iterator[str]:
    """Why a batch cannot be reverted, for closed periods hold what it added, changed or removed."""
    closed = _closed(connection)
    going = plan.doomed.get(_PERIOD, set())
    closed = {project: [p for p in periods if p.id not in going] for project, periods in closed.items()}
    if not closed:
        return
    found = list(_periods_held(_restored(connection, plan, _PERIOD), "revert"))
    for noun in GUARDED:
        found += held_among(connection, noun, runs_of(sorted(plan.doomed.get(noun, ()))), closed, "remove")
        for t in _restored(connection, plan, noun):
            found += _held(noun, t, closed)
        back = (row for change in plan.removed if change.noun == noun for row in rows_of(change))
        for row in back:
            found += _held(noun, Touch(row["id"], None, row), closed)
    yield from sentences(connection, found)


def _restored(connection: Connection, plan: Plan, noun: str) -> Iterator[Touch]:
    edits = plan.restored.get(noun, {})
    for number, row in present(connection, noun, list(edits)).items():
        yield Touch(number, row, row | {name: new for name, (_, new) in edits[number].items()})


# Periods


def _closed(connection: Connection) -> dict[int, list[Period]]:
    """The closed periods of each project that has one."""
    c = TABLES[_PERIOD].c
    query = select(c.id, c.project_id, c.code, c.start, c.end, c.status).where(c.status.in_(CLOSED)).order_by(c.start)
    found: dict[int, list[Period]] = defaultdict(list)
    for row in fetch(connection, query):
        period = Period(*row)
        found[period.project_id].append(period)
    return found


def _as_before(now: dict[int, list[Period]], touched: Iterable[Touch]) -> dict[int, list[Period]]:
    """The periods that were closed before the step too: what closes in it, or is reopened in it, holds nothing yet."""
    was: dict[int, str] = {}
    for t in touched:
        status = t.before["status"] if t.before else "open"
        was[t.id] = milder(was.get(t.id, status), status)
    kept = {
        project: [replace(p, status=milder(p.status, was.get(p.id, p.status))) for p in periods]
        for project, periods in now.items()
    }
    return {
        project: still for project, periods in kept.items() if (still := [p for p in periods if p.status in CLOSED])
    }


def _periods_held(touched: Iterable[Touch], act: str) -> Iterator[Offence]:
    for t in touched:
        was = t.before or {}
        if was.get("status") not in REPORTED:
            continue
        period = Period(t.id, was["project_id"], was["code"], was["start"], was["end"], was["status"])
        if t.after is None:
            # An import that brought a closed period may be taken back with it.
            if act not in _BACKWARDS:
                yield Offence(_PERIOD, t.id, period, "remove", was)
        elif t.changed & _FIXED_PERIOD:
            yield Offence(_PERIOD, t.id, period, "change", was)
        elif _is_reopened(was["status"], t.after["status"]) and not (
            t.after["reopened_because"] and "reopened_because" in t.changed
        ):
            yield Offence(_PERIOD, t.id, period, "reopen", was)


def _is_reopened(old: str, new: str) -> bool:
    # What the funder returns is open again by the funder's word.
    return new not in REPORTED and not (old == "submitted" and new == "returned")


# What belongs to them


def _held_by_periods(
    connection: Connection, step_id: int, noun: str, closed: dict[int, list[Period]]
) -> Iterator[Offence]:
    created: list[Run] = []
    for change in changes(connection, step_id, noun, (BULK_ADDED, BULK_DELETED)):
        if change.kind == BULK_ADDED:
            created.append((change.first_id, change.last_id))
        else:
            for row in rows_of(change):
                yield from _held(noun, Touch(row["id"], row, None), closed)
    for run in created:
        yield from held_among(connection, noun, [run], closed, "add")
    for t in touches(connection, step_id, noun, ("project_id", "declared_in", *DAYS[noun]), _near(noun, closed)):
        if not any(first <= t.id <= last for first, last in created):
            yield from _held(noun, t, closed)


def _near(noun: str, closed: dict[int, list[Period]]) -> Callable[[tuple[Any, ...], str], bool]:
    """Whether a record is in a closed period, or was: what moved says so in the journal."""
    names = ("project_id", "declared_in", *DAYS[noun])
    said = tuple(f'"{name}"' for name in names)

    @cache
    def is_in(place: tuple[Any, ...]) -> bool:
        return place[0] is None or _period(noun, dict(zip(names, place, strict=True)), closed) is not None

    return lambda place, body: is_in(place) or any(name in body for name in said)


def _held(noun: str, t: Touch, closed: dict[int, list[Period]]) -> Iterator[Offence]:
    old = _period(noun, t.before, closed) if t.before else None
    new = _period(noun, t.after, closed) if t.after else None
    said = t.before or t.after or {}
    if t.before is None or t.after is None:
        period, act = (new, "add") if t.before is None else (old, "remove")
        if period and not may_be_added(period.status):
            yield Offence(noun, t.id, period, act, said)
    elif old and (fields := held(noun, old.status, t.changed, t.after["status"])):
        yield Offence(noun, t.id, old, "change", said, tuple(sorted(fields)))
    elif new and new != old and not may_move_in(new.status):
        yield Offence(noun, t.id, new, "add", said)


def _period(noun: str, row: Fields, closed: dict[int, list[Period]]) -> Period | None:
    return belongs(closed.get(row["project_id"], ()), row["declared_in"], day_of(noun, row))


def held_among(
    connection: Connection, noun: str, runs: Iterable[Run], closed: dict[int, list[Period]], act: str
) -> Iterator[Offence]:
    """What of the records with these ids belongs to closed periods, told by the places that they share."""
    c = TABLES[noun].c
    names = ("project_id", "declared_in", *DAYS[noun])
    for first, last in runs:
        query = select(*(c[n] for n in names)).distinct().where(c.id.between(first, last))
        for place in fetch(connection, query.where(c.project_id.in_(list(closed)))):
            row = dict(zip(names, place, strict=True))
            period = _period(noun, row, closed)
            if period and not may_be_added(period.status):
                same = [c[n] == v if v is not None else c[n].is_(None) for n, v in row.items()]
                for (number,) in fetch(connection, select(c.id).where(c.id.between(first, last), *same)):
                    yield Offence(noun, number, period, act, row)


# What was declared


def _held_as_declared(connection: Connection, step_id: int, noun: str, changed: Collection[str]) -> Iterator[Offence]:
    """The amounts of a declared item are corrected by an item that adjusts it, never by an edit."""
    if AMOUNTS[noun].intersection(changed):
        touched = touches(
            connection, step_id, noun, ("status",), lambda now, body: now[0] in _LOOKED_AT or _MOVED in body
        )
    else:
        touched = records(connection, noun, changes(connection, step_id, noun, [DELETED]))
    for t in touched:
        before = t.before
        if before is None or before["status"] not in DECLARED:
            continue
        if t.after is None or t.changed & AMOUNTS[noun]:
            yield Offence(noun, t.id, None, "remove" if t.after is None else "change", before)
    for change in changes(connection, step_id, noun, [BULK_DELETED]):
        gone = (row for row in rows_of(change) if row["status"] in DECLARED)
        yield from (Offence(noun, row["id"], None, "remove", row) for row in gone)
