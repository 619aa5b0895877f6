"""Match: what partners add of their own to each unit of funding, against what the agreement requires."""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome, quotient
from collabdesk.domain.told import told

REACHED = own("match.reached", "Match ratio reached", "match received or credited / funding", "ratio")
PROMISED = own("match.promised", "Match ratio promised", "match pledged / funding", "ratio")
REQUIRED = own("match.required", "Match required", "required ratio x funding", "money")
SHORT = own("match.short", "Match still missing", "max(0, required ratio x funding - match received)", "money")
UNPROMISED = own(
    "match.unpromised",
    "Match not yet promised",
    "max(0, required ratio x funding - match pledged)",
    "money",
)
RULES = (REACHED, PROMISED, REQUIRED, SHORT, UNPROMISED)


def ratio(match: Decimal | None, funding: Decimal | None) -> Outcome:
    """Match / funding, both in one currency; undefined without funding."""
    return quotient(match, funding, told("match"), told("funding"))


def required(needed: Decimal | None, funding: Decimal | None) -> Outcome:
    """The match that the required ratio asks for; undefined where no ratio or no funding is recorded."""
    if needed is None:
        return Outcome(None, told("no match ratio is required: neither the project nor its rule pack states one"))
    if funding is None:
        return Outcome(None, told("no funding is recorded"))
    return Outcome(needed * funding)


def short(needed: Decimal | None, funding: Decimal | None, match: Decimal | None) -> Outcome:
    """How much of the required match is missing; 0 when it is reached, for more than required is no debt of another."""
    wanted = required(needed, funding)
    if wanted.value is None:
        return wanted
    return Outcome(max(Decimal(0), wanted.value - (match or Decimal(0))))
