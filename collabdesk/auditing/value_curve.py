"""Earned value over time: the three curves at the end of each period, and where on the time axis the work stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from collabdesk.auditing.value_facts import ValueFacts
from collabdesk.auditing.value_totals import plan_of, totals, undated
from collabdesk.domain.spans import DAY, Span
from collabdesk.domain.timescales import Timescale, timescale
from collabdesk.measures.planned_value import cumulative

_MOST_POINTS = 240
_LONGEST_STEP = 3  # months between two points


@dataclass(frozen=True, slots=True)
class Point:
    """The values when `day` is over; the earned value and the actual cost only up to the day of the facts."""

    day: date
    pv: Decimal | None
    ev: Decimal | None = None
    ac: Decimal | None = None


def scale_of(facts: ValueFacts, package: str | None) -> Timescale | None:
    """The plan's periods; of a work package those from its first planned day to its last. None without a plan."""
    plan = plan_of(facts, package)
    if facts.scale is None or not plan or package is None:
        return facts.scale if plan else None
    first = facts.scale.number(min(piece.span.first for piece in plan))
    last = facts.scale.number(max(piece.span.last for piece in plan))
    return replace(facts.scale, spans=facts.scale.spans[first - 1 : last])


def planned_by_period(facts: ValueFacts, scale: Timescale, package: str | None) -> list[Decimal]:
    """The cumulative plan at the end of periods 1, 2, …, until all of it is to be done."""
    return cumulative(plan_of(facts, package), (span.last for span in scale.spans))


def actual_time(facts: ValueFacts, scale: Timescale, package: str | None, as_of: date) -> Decimal:
    """The periods that have passed on the day; of finished work those until the end of the period that finished it.

    So the index of a project that ended late stays what it was, however long ago that is.
    """
    now = scale.position(as_of)
    if not _is_finished(facts, package, as_of, is_now=True):
        return now
    number = scale.number(as_of)
    while number > 1 and _is_finished(facts, package, scale.span(number - 1).last):
        number -= 1
    return min(now, Decimal(number))


def _is_finished(facts: ValueFacts, package: str | None, day: date, *, is_now: bool = False) -> bool:
    found = totals(facts, package, day, is_now=is_now)
    return found.ev.value is not None and bool(found.bac.value) and found.ev.value == found.bac.value


def drawn_in(scale: Timescale) -> Timescale:
    """The periods whose ends a curve joins: long ones hide how it went in between, so months take their place."""
    if scale.step <= _LONGEST_STEP:
        return scale
    return timescale([Span(scale.spans[0].first, scale.spans[-1].last)])


def curve(facts: ValueFacts, scale: Timescale, as_of: date) -> list[Point]:
    """The project's curves before the first period, at the end of each and on the day, however late."""
    last = max(len(scale.spans), scale.number(as_of))
    step = -(-last // _MOST_POINTS)
    ends = {scale.span(n).last for n in range(step, last + 1, step)} | {scale.span(last).last}
    ends.add(scale.spans[0].first - DAY)
    if scale.number(as_of):
        ends.add(as_of)
    days = sorted(ends)
    # Of the days to come only the plan is known.
    planned = [None] * len(days) if undated(facts, None) else cumulative(plan_of(facts, None), days)
    return [_point(facts, day, as_of, pv) for day, pv in zip(days, planned, strict=True)]


def _point(facts: ValueFacts, day: date, as_of: date, pv: Decimal | None) -> Point:
    if day > as_of:
        return Point(day, pv)
    found = totals(facts, None, day, is_now=day == as_of)
    return Point(day, pv, found.ev.value, found.ac.value)
