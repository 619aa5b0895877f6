"""Forecasts: what is expected now, and a reading of it kept for every day on which it was reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from collabdesk.domain.dates import IsoDate, today
from collabdesk.domain.forecasts import ForecastReading
from collabdesk.domain.problems import Refused
from collabdesk.domain.records import Record
from collabdesk.usecases.plan.entries import FORECASTS, SUBJECTS, name_of, named

if TYPE_CHECKING:
    from collabdesk.usecases.changes import Change
    from collabdesk.usecases.workspace import Step, Workspace

_REACHED = {"work_package": "actual_end", "milestone": "achieved", "deliverable": "submitted_on"}
_APPROVED_END = {"work_package": "end", "milestone": "baseline", "deliverable": "due"}


def forecast(workspace: Workspace, project_id: int, code: str, day: str | None, *, reason: str = "",
             reported_on: date | None = None) -> Change:  # fmt: skip
    """Set when an entry is expected to be finished; the reading is kept in the same step. `day` None clears it."""
    noun, record = named(workspace, project_id, code)
    if getattr(record, _REACHED[noun]):
        raise Refused(f"{name_of(record)} is finished: nothing is left to forecast.", "finished")
    with workspace.changing(f"Forecast {name_of(record)}") as step:
        after = step.update(replace(record, **{FORECASTS[noun]: day}))
        note(workspace, step, noun, [(record, after)], reported_on=reported_on, reason=reason)
    return step.change


def note(workspace: Workspace, step: Step, noun: str, pairs: Iterable[tuple[Record | None, Record]], *,
         reported_on: date | None = None, reason: str = "") -> None:  # fmt: skip
    """Within a step: keep a reading of each forecast that is another one now; `pairs` are before and after."""
    field = FORECASTS[noun]
    moved = [b for a, b in pairs if getattr(b, field) and (a is None or getattr(a, field) != getattr(b, field))]
    if moved:
        day = IsoDate((reported_on or today()).isoformat())
        readings = [_reading(noun, record, day, getattr(record, field), reason) for record in moved]
        _keep(workspace, step, readings, day)


def record_all(workspace: Workspace, project_id: int, day: date) -> Change:
    """Keep a reading of every entry as of a day: its forecast, or its approved end where none is stated.

    What is finished is read on the day it was reached, once; what is cancelled is not.
    """
    reported = IsoDate(day.isoformat())
    readings = []
    for noun in SUBJECTS:
        for record in workspace.find(noun, project_id=project_id):
            expected = _expected(noun, record, day)
            if expected and getattr(record, "status", "") != "cancelled":
                readings.append(_reading(noun, record, reported, expected, ""))
    if not readings:
        raise Refused("There is no forecast to record: no entry of the plan has a date.", "nothing")
    with workspace.changing(f"Record forecasts as of {reported}") as step:
        _keep(workspace, step, readings, reported)
    return step.change


def _expected(noun: str, record: Any, day: date) -> str | None:
    reached = getattr(record, _REACHED[noun])
    if reached and reached <= day.isoformat():
        return str(reached)
    found = getattr(record, FORECASTS[noun]) or getattr(record, _APPROVED_END[noun])
    return str(found) if found else None


def _reading(noun: str, record: Any, day: IsoDate, expected: str, reason: str) -> ForecastReading:
    return ForecastReading(
        project_id=record.project_id, subject=noun, code=name_of(record), reported_on=day, forecast=IsoDate(expected),
        reason=reason,
    )  # fmt: skip


def _keep(workspace: Workspace, step: Step, readings: list[ForecastReading], day: IsoDate) -> None:
    """One reading of an entry and day: a second one on the same day takes the place of the first."""
    projects = {r.project_id for r in readings}
    there = cast("list[ForecastReading]", workspace.find("forecast", project_id=projects, reported_on=day))
    known = {(r.project_id, r.subject, r.code): r for r in there}
    fresh, changed = [], []
    for reading in readings:
        old = known.get((reading.project_id, reading.subject, reading.code))
        if old is None:
            fresh.append(reading)
        elif old.forecast != reading.forecast:
            changed.append(replace(old, forecast=reading.forecast, reason=reading.reason or old.reason))
    if fresh:
        step.add_many(fresh)
    if changed:
        step.update_many(changed)
