"""Forecasts of a budget line without earned value: what is spent, and what is left of the plan."""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.rules import Outcome, Rule
from collabdesk.domain.told import told

FORECAST = Rule(
    "budget.forecast",
    "CD-4",
    "Forecast",
    "actual + what is left of the budget; the actual where as much or more was spent",
    "money",
    "arithmetic: the rest of a line is spent as planned; forecasts that are recorded go before it",
)
VARIANCE_AT_END = Rule(
    "budget.variance_at_end", "CD-4", "Variance at completion", "budget - forecast", "money", "arithmetic"
)
RULES = (FORECAST, VARIANCE_AT_END)


def forecast(budget: Decimal | None, actual: Decimal | None) -> Outcome:
    """The larger of both: what is left will be spent, what is overspent stays so. Undefined where neither is there."""
    stated = [value for value in (budget, actual) if value is not None]
    return Outcome(max(stated)) if stated else Outcome(None, told("neither a budget nor a cost is recorded"))


def variance_at_end(budget: Decimal | None, expected: Decimal | None) -> Outcome:
    """Budget - forecast: negative where more will be spent than planned; without a plan all of it is more."""
    if expected is None:
        return Outcome(None, told("there is no forecast"))
    return Outcome((budget or Decimal(0)) - expected)
