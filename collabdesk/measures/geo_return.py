"""Geographical return: a state's share of the weighted contracts against its share of the contributions."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from collabdesk.domain.rules import Outcome, Rule
from collabdesk.domain.told import told

RETURN = Rule(
    "georeturn.coefficient",
    "ESA-V-4",
    "Geographical return coefficient",
    "(state's share of the weighted contract value) / (state's share of the contributions)",
    "ratio",
    "ESA Convention, Annex V, article IV",
)
CHECK = Rule(
    "georeturn.check",
    "ESA-V-4",
    "Check of the geographical return",
    "sum over the contributing states of (share of the contributions x coefficient); 1 when all contracts lie in them",
    "ratio",
    "follows from ESA Convention, Annex V, article IV",
)
WEIGHTED = Rule(
    "georeturn.weighted",
    "ESA-V-4",
    "Contracts, weighted",
    "sum of (contract value x factor of technological interest); 1 where no factor is stated",
    "money",
    "ESA Convention, Annex V, article IV",
)
RULES = (RETURN, CHECK, WEIGHTED)


def geo_return(contributions: Mapping[str, Decimal], contracts: Mapping[str, Decimal]) -> dict[str, Outcome]:
    """Each state's coefficient; `contracts` are weighted by technological interest already; the ideal is 1.

    Undefined for a state without a contribution, and for all while nothing is contracted or contributed.
    """
    paid, placed = sum(contributions.values(), Decimal(0)), sum(contracts.values(), Decimal(0))
    states = [*contributions, *(s for s in contracts if s not in contributions)]
    return {s: _coefficient(contributions.get(s), contracts.get(s, Decimal(0)), paid, placed) for s in states}


def _coefficient(own: Decimal | None, contract: Decimal, paid: Decimal, placed: Decimal) -> Outcome:
    if not own:
        return Outcome(None, told("the state makes no contribution"))
    if own < 0 or paid < 0:
        return Outcome(None, told("a contribution is negative, so shares have no meaning"))
    if placed == 0 or paid == 0:
        return Outcome(None, "no contract is placed" if placed == 0 else "the contributions sum to zero")
    return Outcome((contract * paid) / (placed * own))


def check_sum(contributions: Mapping[str, Decimal], coefficients: Mapping[str, Outcome]) -> Outcome:
    """Contribution shares x coefficients: 1, less the share of what was placed where nobody contributes."""
    paid = sum(contributions.values(), Decimal(0))
    known = [(own, coefficients[state]) for state, own in contributions.items() if own]
    if not known:
        return Outcome(None, told("no state makes a contribution"))
    for _, coefficient in known:
        if coefficient.value is None:
            return Outcome(None, coefficient.reason)
    return Outcome(sum((own * (c.value or Decimal(0)) for own, c in known), Decimal(0)) / paid)
