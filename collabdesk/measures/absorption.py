"""Budget absorption: how much of the budget has been spent, and what is left of it."""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome, quotient
from collabdesk.domain.told import told

ABSORPTION = own(
    "budget.absorption",
    "Budget absorption",
    "expended / budget",
    "ratio",
    "CollabDesk's own definition; the EU cohesion funds call the same quotient absorption",
)
BALANCE = own("budget.balance", "Unspent budget", "budget - expended", "money")
RULES = (ABSORPTION, BALANCE)


def absorption(expended: Decimal | None, budget: Decimal | None) -> Outcome:
    """Expended / budget, both in one currency; above 1 when overspent."""
    return quotient(expended, budget, told("expenditure"), told("budget"))


def balance(expended: Decimal | None, budget: Decimal | None) -> Outcome:
    """Budget - expended, both in one currency; negative when overspent."""
    if budget is None or expended is None:
        return Outcome(None, told("no budget is recorded") if budget is None else told("no expenditure is recorded"))
    return Outcome(budget - expended)
