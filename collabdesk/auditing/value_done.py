"""How much of one part of the plan was done by a day: its technique applied to what was recorded by then."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from collabdesk.auditing.value_facts import Part
from collabdesk.domain.dates import in_words, latest
from collabdesk.domain.figures import Basis
from collabdesk.domain.progress import Progress
from collabdesk.domain.standing import achieved
from collabdesk.domain.techniques import FIFTY_FIFTY, MILESTONES, TECHNIQUES, ZERO_HUNDRED, technique_of
from collabdesk.domain.told import told
from collabdesk.measures.techniques import fifty_fifty, percent_complete, weighted_milestones, zero_hundred

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Done:
    """`part` is from 0 to 1, None where it cannot be told; `how` says how it was measured, or why it was not.

    With `is_of_whole` only the project as a whole has a reading: good for the project, no measure of the part.
    """

    part: Decimal | None
    how: str
    basis: tuple[Basis, ...] = field(default=())
    is_of_whole: bool = False


def done(part: Part, whole: tuple[Progress, ...], day: date, *, is_now: bool = False) -> Done:
    """What was done by the end of `day`; `whole` are the readings of the project as a whole.

    What is planned to begin later and has no reading is not begun: 0, whatever the technique. Where no reading states
    its day, the last one entered counts on the day that the figures are of (`is_now`), and on no day before.
    """
    technique = technique_of(part.technique)
    reading, of_whole = last_reading(part.readings, day), last_reading(whole, day)
    if is_now:
        reading, of_whole = reading or _undated(part.readings), of_whole or _undated(whole)
    if technique is None:
        return Done(
            None,
            told(
                "its technique {technique} is none of {techniques}",
                technique=repr(part.technique),
                techniques=", ".join(TECHNIQUES),
            ),
        )
    if technique in (ZERO_HUNDRED, FIFTY_FIFTY):
        return _by_dates(part, technique, reading, day)
    if technique == MILESTONES:
        return _by_milestones(part, day)
    if reading is not None:
        return _by_reading(
            reading, told("percent complete") if technique else told("percent complete, for it has readings")
        )
    if part.begins is not None and part.begins > day:
        return Done(_NOTHING, told("not begun: planned from {begins}", begins=in_words(part.begins.isoformat())))
    if of_whole is not None:
        found = _by_reading(of_whole, told("percent complete of the project as a whole"))
        return Done(found.part, found.how, found.basis, is_of_whole=True)
    return Done(None, _missing(part, technique, day))


def last_reading(readings: tuple[Progress, ...], day: date) -> Progress | None:
    """The last reading on or before the day; of one day that which was entered last. None where there is none."""
    known = [r for r in readings if r.done is not None and r.day and latest(r.day) <= day]
    return max(known, key=lambda r: (latest(str(r.day)), r.id or 0), default=None)


def _undated(readings: tuple[Progress, ...]) -> Progress | None:
    """The last of readings none of which states its day."""
    stated = [r for r in readings if r.done is not None]
    return None if any(r.day for r in stated) else max(stated, key=lambda r: r.id or 0, default=None)


def _missing(part: Part, technique: str, day: date) -> str:
    by = told("by {day}", day=in_words(day.isoformat()))
    if any(r.done is not None and not r.day for r in part.readings):
        return told("its reading states no day")
    if not part.code:
        return told("the project as a whole has no reading {by}", by=by)
    return told("no reading {by}", by=by) if technique else told("no technique and no reading {by}", by=by)


def _by_reading(reading: Progress, how: str) -> Done:
    found = percent_complete(reading.done or _NOTHING)
    basis = (Basis("progress", "done", ids=(reading.id or 0,)),)
    said = (
        told("{how}, read on {day}", how=how, day=in_words(str(reading.day)))
        if reading.day
        else told("{how}; the reading states no day", how=how)
    )
    return Done(found.value, found.reason or said, basis)


def _by_dates(part: Part, technique: str, reading: Progress | None, day: date) -> Done:
    work = part.work
    read = reading.done if reading is not None and reading.done is not None else _NOTHING
    ended = work is not None and bool(work.actual_end) and latest(str(work.actual_end)) <= day
    began = work is not None and bool(work.actual_start) and latest(str(work.actual_start)) <= day
    is_done, has_begun = ended or read >= 1, began or read > 0
    basis = [Basis("progress", "done", ids=(reading.id or 0,))] if reading is not None else []
    if work is not None and ended:
        basis.append(Basis("work_package", "actual_end", ids=(work.id or 0,)))
    if work is not None and began:
        basis.append(Basis("work_package", "actual_start", ids=(work.id or 0,)))
    if technique == ZERO_HUNDRED:
        said = told("finished") if is_done else told("not recorded as finished")
        return Done(zero_hundred(is_done=is_done), told("0/100, {said}", said=said), tuple(basis))
    said = told("finished") if is_done else told("begun") if has_begun else told("not recorded as begun")
    return Done(fifty_fifty(has_begun=has_begun, is_done=is_done), told("50/50, {said}", said=said), tuple(basis))


def _by_milestones(part: Part, day: date) -> Done:
    counted = [m for m in part.milestones if m.status != "cancelled"]
    nameless = [m.code or m.title for m in counted if m.weight is None]
    if not counted or len(nameless) == len(counted):
        return Done(None, "its milestones state no weights" if counted else "it has no milestones to measure it by")
    if nameless:
        return Done(None, told("no weight is stated for milestone {nameless}", nameless=", ".join(nameless)))
    weights = [(m.weight or _NOTHING, achieved(m, day)) for m in counted]
    reached = [m for m in counted if achieved(m, day)]
    basis = [Basis("milestone", "weight", ids=tuple(m.id or 0 for m in counted))]
    if reached:
        basis.append(Basis("milestone", "achieved", ids=tuple(m.id or 0 for m in reached)))
    found = weighted_milestones(weights)
    said = told("milestones, {reached} of {counted} achieved", reached=len(reached), counted=len(counted))
    return Done(found.value, found.reason or said, tuple(basis))
