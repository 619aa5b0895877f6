"""Lateness of contributions: how many days after its due day something came, or is still missing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told

LATE = own(
    "contribution.late-days",
    "Days late",
    "largest number of days from a due day to the receipt, or to the as-of day while something is missing",
    "days",
)
RULES = (LATE,)


def days_late(days: Iterable[int], fell_due: bool) -> Outcome:
    """The largest of the days; 0 when all came in time; undefined while nothing has fallen due."""
    largest = max(days, default=0)
    if not fell_due and largest <= 0:
        return Outcome(None, told("nothing has fallen due by this day"))
    return Outcome(Decimal(max(0, largest)))
