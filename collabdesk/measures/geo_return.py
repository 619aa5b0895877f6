"""Geographical return: a state's share of the weighted contracts against its share of the contributions."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from collabdesk.domain.rules import Outcome, Rule

RETURN = Rule(
    "georeturn.coefficient",
    "ESA-V-4",
    "Geographical return coefficient",
    "(state's share of the weighted contract value) / (state's share of the contributions)",
    "ratio",
    "ESA Convention, Annex V, article IV",
)
RULES = (RETURN,)


def geo_return(contributions: Mapping[str, Decimal], contracts: Mapping[str, Decimal]) -> dict[str, Outcome]:
    """Each state's coefficient; `contracts` are weighted by technological interest already; the ideal is 1.

    Undefined for a state without a contribution, and for all while nothing is contracted or contributed.
    """
    paid, placed = sum(contributions.values(), Decimal(0)), sum(contracts.values(), Decimal(0))
    states = [*contributions, *(s for s in contracts if s not in contributions)]
    return {s: _coefficient(contributions.get(s), contracts.get(s, Decimal(0)), paid, placed) for s in states}


def _coefficient(own: Decimal | None, contract: Decimal, paid: Decimal, placed: Decimal) -> Outcome:
    if not own:
        return Outcome(None, "the state makes no contribution")
    if placed == 0 or paid == 0:
        return Outcome(None, "no contract is placed" if placed == 0 else "the contributions sum to zero")
    return Outcome((contract * paid) / (placed * own))
