"""Totals: exact sums in one currency, and counts."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told, words

SUM = own("total.sum", "Total", "exact sum of the recorded amounts of one currency", "money", "arithmetic")
COUNT = own("total.count", "Number", "number of the records", "count", "arithmetic")
RULES = (SUM, COUNT)


def added(values: Iterable[Decimal | None], of: str) -> Outcome:
    """The exact sum of the values that are recorded, all of one currency; undefined, not zero, where none is."""
    present = [v for v in values if v is not None]
    return (
        Outcome(sum(present, Decimal(0))) if present else Outcome(None, told("no {what} is recorded", what=words(of)))
    )


def counted(number: int) -> Outcome:
    """A count as an outcome; zero is a value."""
    return Outcome(Decimal(number))
