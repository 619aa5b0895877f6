"""Match: what partners add of their own to each unit of funding, against what the agreement requires."""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.rules import Outcome, Rule, quotient

_OWN = "CollabDesk's own definition"
REACHED = Rule("match.reached", "CD-1", "Match ratio reached", "match received or credited / funding", "ratio", _OWN)
PROMISED = Rule("match.promised", "CD-1", "Match ratio promised", "match pledged / funding", "ratio", _OWN)
REQUIRED = Rule("match.required", "CD-1", "Match required", "required ratio x funding", "money", _OWN)
SHORT = Rule(
    "match.short", "CD-1", "Match still missing", "max(0, required ratio x funding - match received)", "money", _OWN
)
UNPROMISED = Rule(
    "match.unpromised",
    "CD-1",
    "Match not yet promised",
    "max(0, required ratio x funding - match pledged)",
    "money",
    _OWN,
)
RULES = (REACHED, PROMISED, REQUIRED, SHORT, UNPROMISED)


def ratio(match: Decimal | None, funding: Decimal | None) -> Outcome:
    """Match / funding, both in one currency; undefined without funding."""
    return quotient(match, funding, "match", "funding")


def required(needed: Decimal | None, funding: Decimal | None) -> Outcome:
    """The match that the required ratio asks for; undefined where no ratio or no funding is recorded."""
    if needed is None:
        return Outcome(None, "no match ratio is required: neither the project nor its rule pack states one")
    if funding is None:
        return Outcome(None, "no funding is recorded")
    return Outcome(needed * funding)


def short(needed: Decimal | None, funding: Decimal | None, match: Decimal | None) -> Outcome:
    """How much of the required match is missing; 0 when it is reached, for more than required is no debt of another."""
    wanted = required(needed, funding)
    if wanted.value is None:
        return wanted
    return Outcome(max(Decimal(0), wanted.value - (match or Decimal(0))))
