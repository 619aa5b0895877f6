"""The periods in which a plan is read: months, quarters, or those that the plan itself is made in."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from collabdesk.domain.dates import in_words
from collabdesk.domain.phases import Phase
from collabdesk.domain.spans import DAY, Span, months_later, months_of, whole_months
from collabdesk.domain.told import told

_EVEN = {"month": 1, "quarter": 3, "half-year": 6, "year": 12, "project month": 1, "project year": 12}
_PERIODS = {
    "months": told("months"), "quarters": told("quarters"), "half-years": told("half-years"), "years": told("years"),
    "project months": told("project months"), "project years": told("project years"),
    "numbered periods": told("numbered periods"), "reporting periods": told("reporting periods"),
    "the plan's own periods": told("the plan's own periods"),
}  # fmt: skip
_MOST = 2400  # periods; two centuries of months


@dataclass(frozen=True, slots=True)
class Timescale:
    """Periods without a gap. After the last of `spans` they go on in steps of `step` months."""

    name: str
    spans: tuple[Span, ...]
    step: int

    @property
    def said(self) -> str:
        """`months from 1 January 2025`."""
        return told(
            "{periods} from {day}",
            periods=_PERIODS.get(self.name, self.name),
            day=in_words(self.spans[0].first.isoformat()),
        )

    def span(self, number: int) -> Span:
        """Period `number`; the first is 1."""
        if number <= len(self.spans):
            return self.spans[number - 1]
        further = number - len(self.spans)
        return months_of(self.spans[-1].last + DAY, (further - 1) * self.step + 1, self.step)

    def number(self, day: date) -> int:
        """The number of the period in which the day lies; 0 before the first."""
        if day < self.spans[0].first:
            return 0
        return next((n for n in range(1, _MOST) if day <= self.span(n).last), _MOST)

    def position(self, day: date) -> Decimal:
        """How many periods have passed when the day is over; of a period that goes on, the part of its days."""
        number = self.number(day)
        if not number:
            return Decimal(0)
        now = self.span(number)
        return number - 1 + Decimal(now.days_until(day)) / now.days

    def day_at(self, position: Decimal) -> date:
        """The day on which so many periods will have passed: the last day of that part of a period."""
        whole = min(int(position), _MOST - 1)
        if whole == position and whole:
            return self.span(whole).last
        now = self.span(whole + 1)
        return min(now.first + DAY * max(int((position - whole) * now.days) - 1, 0), now.last)


def timescale(placed: Sequence[Phase | Span], numbered: int = 0) -> Timescale:
    """The plan's own periods where all its amounts are planned in the same scheme, else months from its first day.

    `placed` are the phases, or the days of amounts that name none; at least one. `numbered` is the length in months of
    a numbered period.
    """
    schemes = {p.scheme if isinstance(p, Phase) else "" for p in placed}
    spans = sorted({p.span if isinstance(p, Phase) else p for p in placed})
    if len(schemes) == 1 and "" not in schemes:
        (scheme,) = schemes
        step = numbered if scheme == "numbered period" else _EVEN.get(scheme, 0)
        if step:
            return _even(f"{scheme}s", spans[0].first, max(s.last for s in spans), step)
        if all(before.last + DAY == after.first for before, after in itertools.pairwise(spans)):
            name = "reporting periods" if scheme == "reporting period" else "the plan's own periods"
            return Timescale(name, tuple(spans), _length(spans[-1]))
    return _even("months", spans[0].first, max(s.last for s in spans), 1)


def _even(name: str, first: date, last: date, step: int) -> Timescale:
    # Counted from the first day each time: of a plan that begins on the 31st a short month moves none after it.
    starts = [first]
    while starts[-1] <= last and len(starts) < _MOST:
        starts.append(months_later(first, len(starts) * step))
    return Timescale(name, tuple(Span(day, after - DAY) for day, after in itertools.pairwise(starts)), step)


def _length(span: Span) -> int:
    """The span in months, near enough for the periods after it."""
    after = span.last + DAY
    return whole_months(span) or max(1, (after.year - span.first.year) * 12 + after.month - span.first.month)
