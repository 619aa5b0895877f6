"""Effort: days as person-months, and the most days that a person can declare."""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome, Rule
from collabdesk.domain.told import told

_AGA = "Horizon Europe Model Grant Agreement, article 6.2.A"
DAYS = own("effort.days", "Effort", "sum of the days recorded", "days", "arithmetic")
PERSON_MONTHS = Rule(
    "effort.person_months", "MGA-6.2.A", "Effort in person-months", "days / (days per year / 12)", "person-months", _AGA
)
LIMIT = Rule(
    "effort.limit",
    "MGA-6.2.A",
    "Days left to declare",
    "days per year / 12 x months x working time - days",
    "days",
    _AGA,
)
RULES = (DAYS, PERSON_MONTHS, LIMIT)


def person_months(days: Decimal, days_per_year: Decimal | None) -> Outcome:
    """Days / (days per year / 12), unrounded; undefined where the rule pack gives no days per year."""
    if days_per_year is None:
        return Outcome(None, told("the rule pack gives no days per year"))
    if days_per_year == 0:
        return Outcome(None, told("the rule pack gives a year of no days"))
    return Outcome(days * 12 / days_per_year)


def is_step(days: Decimal, step: Decimal) -> bool:
    """Whether the days are a whole number of steps (of half days, say)."""
    return step == 0 or days % step == 0
