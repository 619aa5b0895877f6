"""Reconciliation: does a stated total agree with the sum of its parts?"""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome

DIFFERENCE = own(
    "funding.difference",
    "Partners' contributions less the project's funding",
    "sum of the partners' funder contributions - funding stated for the project",
    "money",
)
RULES = (DIFFERENCE,)


def difference(parts: Decimal | None, stated: Decimal | None) -> Outcome:
    """Sum of the parts less the stated total, in one currency; zero when they agree."""
    if parts is None or stated is None:
        return Outcome(
            None, "no funding is stated for the project" if stated is None else "no contribution is recorded"
        )
    return Outcome(parts - stated)
