"""Horizon Europe costs: personnel by day-equivalents, indirect costs, the EU contribution and the certificate."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal

from collabdesk.domain.rules import Outcome, Rule, quotient
from collabdesk.domain.told import told

_AGA = "Horizon Europe Model Grant Agreement, article 6.2"
PERSONNEL = Rule("he.personnel", "MGA-6.2.A", "Personnel costs", "annual cost x days / day-equivalents", "money", _AGA)
INDIRECT = Rule("he.indirect", "MGA-6.2.E", "Indirect costs", "rate x eligible direct costs in the base", "money", _AGA)
CONTRIBUTION = Rule(
    "he.contribution",
    "MGA-5",
    "EU contribution",
    "eligible costs x funding rate",
    "money",
    "Horizon Europe Model Grant Agreement, article 5",
)
DAY_EQUIVALENTS = Rule(
    "he.day_equivalents",
    "MGA-6.2.A",
    "Day-equivalents that can be declared at most",
    "days of a full year / 12 x months x working-time factor",
    "days",
    _AGA,
)
PERSON_DAYS = Rule(
    "he.person_days",
    "MGA-6.2.A",
    "Days of one person in a year over all projects",
    "sum of the days recorded",
    "days",
    _AGA,
)
RULES = (PERSONNEL, INDIRECT, CONTRIBUTION, DAY_EQUIVALENTS, PERSON_DAYS)


def personnel(cost: Decimal, days: Decimal, day_equivalents: Decimal) -> Outcome:
    """Cost x days / day-equivalents; the daily rate is never rounded in between."""
    return quotient(cost * days, day_equivalents, told("personnel cost"), told("day-equivalents"))


def day_equivalents(months: Decimal, working_time: Decimal, per_year: Decimal) -> Decimal:
    """The most days that can be declared: per year / 12 x months x working-time factor."""
    return per_year * months * working_time / 12


def indirect(direct: Mapping[str, Decimal], outside_base: AbstractSet[str], rate: Decimal) -> Decimal:
    """Rate x the direct costs whose category is not outside the base (subcontracting, support to third parties …)."""
    return rate * sum((amount for category, amount in direct.items() if category not in outside_base), Decimal(0))


def contribution(direct: Mapping[str, Decimal], indirect_costs: Decimal, funding_rate: Decimal) -> Decimal:
    """(direct + indirect) x funding rate: the rate applies to indirect costs too."""
    return (sum(direct.values(), Decimal(0)) + indirect_costs) * funding_rate


def needs_certificate(requested: Decimal, threshold: Decimal) -> bool:
    """A certificate on the financial statements is due from the threshold on; the grant's data sheet states it."""
    return requested >= threshold
