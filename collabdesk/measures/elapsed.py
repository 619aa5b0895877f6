"""Elapsed time: how much of a project's duration has passed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from collabdesk.domain.dates import earliest, latest
from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told

ELAPSED = own(
    "time.elapsed",
    "Elapsed share of the duration",
    "days from start to the as-of day / days from start to end, both ends counted",
    "ratio",
)
RULES = (ELAPSED,)


def elapsed(start: str | None, end: str | None, as_of: date) -> Outcome:
    """The share of the duration that has passed by the end of `as_of`: 0 before the start, 1 after the end."""
    if start is None or end is None:
        return Outcome(None, told("no start date is recorded") if start is None else told("no end date is recorded"))
    first, last = earliest(start), latest(end)
    if last < first:
        return Outcome(None, told("the end date lies before the start date"))
    passed = min(max((as_of - first).days + 1, 0), (last - first).days + 1)
    return Outcome(Decimal(passed) / Decimal((last - first).days + 1))
