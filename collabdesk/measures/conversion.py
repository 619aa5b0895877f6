"""Conversion: sums of several currencies in one, each by its own rate; undefined where one rate is missing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from collabdesk.domain.rules import Outcome, Rule
from collabdesk.domain.told import told

IN_ONE_CURRENCY = Rule(
    "conversion.sum", "CD-3", "Sum in one currency", "sum of amount x rate, rounded once at the end", "money",
    "arithmetic; the rate as the project's rule pack chooses it",
)  # fmt: skip
RULES = (IN_ONE_CURRENCY,)


def in_one_currency(values: Iterable[Decimal | None], missing: str | None) -> Outcome:
    """The exact sum of the converted values; undefined, with `missing` as the reason, where one has no rate."""
    if missing:
        return Outcome(None, missing)
    present = [v for v in values if v is not None]
    return Outcome(sum(present, Decimal(0))) if present else Outcome(None, told("nothing is recorded"))
