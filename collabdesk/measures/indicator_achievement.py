"""Indicator achievement: the measured value against its target."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from collabdesk.domain.dates import earliest
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome, quotient
from collabdesk.domain.told import told

ACHIEVEMENT = own("indicator.achievement", "Indicator achievement", "actual / target", "ratio")
REACHED = own(
    "indicator.reached",
    "Indicators that reached their target",
    "indicators with actual >= target (<= where it is a ceiling) / indicators with a target and a measured value",
    "ratio",
)
RULES = (ACHIEVEMENT, REACHED)
_CEILINGS = ("at most", "maximum", "not more than", "no more than", "≤")


def is_known(indicator: Indicator, as_of: date) -> bool:
    """Its period has begun by `as_of`, or it states none: what was measured for a later period is not known yet."""
    return indicator.period_start is None or earliest(indicator.period_start) <= as_of


def achievement(actual: Decimal | None, target: Decimal | None) -> Outcome:
    """Actual / target in the indicator's own unit; a target of zero leaves it undefined."""
    return quotient(actual, target, told("measured value"), told("target"))


def is_ceiling(indicator: Indicator) -> bool:
    """Its own words say that the target must not be exceeded (accidents, at most 3)."""
    words = f"{indicator.title} {indicator.type} {indicator.unit}".lower()
    return any(phrase in words for phrase in _CEILINGS)


def is_reached(indicator: Indicator) -> bool | None:
    """The target is met: at least, or for a ceiling at most; None without a target or a measured value."""
    if indicator.actual is None or indicator.target is None:
        return None
    met = indicator.actual <= indicator.target if is_ceiling(indicator) else indicator.actual >= indicator.target
    return bool(met)


def reached(indicators: Iterable[Indicator]) -> Outcome:
    """The share that met its target, of the indicators that have a target and a measured value."""
    known = [met for i in indicators if (met := is_reached(i)) is not None]
    if not known:
        return Outcome(None, told("no indicator has both a target and a measured value"))
    return Outcome(Decimal(sum(known)) / Decimal(len(known)))
