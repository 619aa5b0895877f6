"""What was moved within a budget, and what amendments made of the funding."""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome, quotient
from collabdesk.domain.told import told

TRANSFERRED = own(
    "budget.transferred", "Transferred between budget categories",
    "sum of the transfers since the funder last approved the budget", "money",
)  # fmt: skip
TRANSFER_SHARE = own(
    "budget.transfer_share", "Share of the budget that was transferred",
    "transferred / budget as the funder approved it last", "ratio",
    "CollabDesk's own definition; 2 CFR 200.308(f) limits the same cumulative share of the total approved budget",
)  # fmt: skip
AMENDED = own(
    "funding.amended", "Funding as amended", "funding after the amendments in effect", "money",
)  # fmt: skip
RULES = (TRANSFERRED, TRANSFER_SHARE, AMENDED)


def transfer_share(transferred: Decimal, budget: Decimal | None) -> Outcome:
    """Transferred / budget, both in one currency."""
    return quotient(transferred, budget, told("transfer"), told("budget"))
