"""Spans of days, and the calendar arithmetic of months that plans are made in."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def days_until(self, day: date) -> int:
        """How many of its days have passed when `day` is over."""
        return min(max((day - self.first).days + 1, 0), self.days)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_of(start: date, first: int, count: int = 1) -> Span:
    """Month `first` of a project that began on `start` (M1 is the month that begins on that day), and those after."""
    return Span(months_later(start, first - 1), months_later(start, first - 1 + count) - DAY)


def whole_months(span: Span) -> int | None:
    """How many months the span has; None where it does not end with a month of its own."""
    after = span.last + DAY
    months = (after.year - span.first.year) * 12 + after.month - span.first.month
    return months if months > 0 and months_later(span.first, months) == after else None
