"""Person-months used of those planned, from the days that people worked."""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome, quotient
from collabdesk.domain.told import told

USE = own(
    "plan.person-months",
    "Person-months used",
    "days worked x 12 / days per year / planned person-months",
    "ratio",
    "CollabDesk's own definition; the days per year are the rule pack's",
)
RULES = (USE,)


def person_months(days: Decimal | None, days_per_year: Decimal | None) -> Decimal | None:
    """Days as person-months, unrounded; None where either is not known."""
    return None if days is None or not days_per_year else days * 12 / days_per_year


def used(days: Decimal | None, days_per_year: Decimal | None, planned: Decimal | None) -> Outcome:
    """Used / planned person-months; nothing recorded is undefined, for effort may be kept elsewhere."""
    if days is None:
        return Outcome(None, told("no effort is recorded"))
    if not days_per_year:
        return Outcome(None, told("the rule pack states no days per year, so days cannot be told as person-months"))
    return quotient(
        person_months(days, days_per_year), planned, told("person-months used"), told("planned person-months")
    )
