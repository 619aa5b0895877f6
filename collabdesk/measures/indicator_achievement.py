"""Indicator achievement: the measured value against its target."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from collabdesk.domain.dates import earliest
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.rules import Outcome, Rule, quotient

_OWN = "CollabDesk's own definition"
ACHIEVEMENT = Rule("indicator.achievement", "CD-1", "Indicator achievement", "actual / target", "ratio", _OWN)
REACHED = Rule(
    "indicator.reached",
    "CD-1",
    "Indicators that reached their target",
    "indicators with actual >= target / indicators with a target and a measured value",
    "ratio",
    _OWN,
)
RULES = (ACHIEVEMENT, REACHED)


def is_known(indicator: Indicator, as_of: date) -> bool:
    """Its period has begun by `as_of`, or it states none: what was measured for a later period is not known yet."""
    return indicator.period_start is None or earliest(indicator.period_start) <= as_of


def achievement(actual: Decimal | None, target: Decimal | None) -> Outcome:
    """Actual / target in the indicator's own unit; a target of zero leaves it undefined."""
    return quotient(actual, target, "measured value", "target")


def reached(pairs: list[tuple[Decimal, Decimal]]) -> Outcome:
    """The share of (actual, target) pairs whose actual is at least the target."""
    if not pairs:
        return Outcome(None, "no indicator has both a target and a measured value")
    return Outcome(Decimal(sum(actual >= target for actual, target in pairs)) / Decimal(len(pairs)))
