"""Eligible costs and reimbursement as any funder's rule pack has them: direct, base, indirect, rate, certificate."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from collabdesk.domain.rule_sources import Source
from collabdesk.domain.rules import Outcome, quotient
from collabdesk.domain.told import told

_rule = Source("pack", "the rule pack that the figure's inputs name").rule
_CENT = Decimal("0.01")
DIRECT = _rule(
    "grant.direct", "Eligible direct costs",
    "costs recorded, or accepted where the funder has decided; rejected ones not", "money"
)  # fmt: skip
BASE = _rule(
    "grant.indirect_base", "Base of the indirect costs",
    "eligible direct costs of the categories in the base", "money"
)  # fmt: skip
INDIRECT = _rule("grant.indirect", "Indirect costs", "rate x their base", "money")
ELIGIBLE = _rule("grant.eligible", "Eligible costs", "direct + indirect costs", "money")
UNKNOWN = _rule(
    "grant.unknown", "Costs in categories that the rule pack does not know",
    "costs that are left out of eligible costs", "money"
)  # fmt: skip
RATE = _rule("grant.funding_rate", "Funding rate", "contribution requested / eligible costs", "ratio")
REQUESTED = _rule(
    "grant.requested", "Contribution requested", "eligible costs x funding rate", "money"
)  # fmt: skip
ENTITLED = _rule(
    "grant.entitled", "Contribution within the grant", "min(contribution requested, maximum grant)", "money"
)  # fmt: skip
CERTIFICATE = _rule(
    "grant.certificate", "Certificates on the financial statements due",
    "beneficiaries whose requested contribution reaches the threshold", "count"
)  # fmt: skip
LUMP_SUM = _rule("grant.lump_sum", "Lump sum shares", "sum of the shares", "money")
COMPLETED = _rule(
    "grant.lump_sum_completed", "Lump sum shares of completed work packages",
    "sum of the shares of the work packages that are completed", "money"
)  # fmt: skip
TO_COME = _rule(
    "grant.to_come", "Still to come at most", "maximum grant - payments received", "money"
)  # fmt: skip
DISTRIBUTION = _rule(
    "grant.distribution", "Share of the payments received",
    "payments received x maximum grant of the partner / of all, rounded down to the cent", "money"
)  # fmt: skip
REMAINDER = _rule(
    "grant.remainder", "Cents that the distribution leaves",
    "payments received - shares rounded down to the cent", "money"
)  # fmt: skip
RULES = (
    DIRECT, BASE, INDIRECT, ELIGIBLE, UNKNOWN, RATE, REQUESTED, ENTITLED, CERTIFICATE, LUMP_SUM, COMPLETED,
    TO_COME, DISTRIBUTION, REMAINDER,
)  # fmt: skip


def funding_rate(requested: Decimal | None, eligible: Decimal | None) -> Outcome:
    """The rate that several partners' own rates come to."""
    return quotient(requested, eligible, told("contribution requested"), told("eligible cost"))


def within(requested: Decimal, grant: Decimal | None) -> Decimal:
    """What is requested, and never more than the maximum grant where one is stated."""
    return requested if grant is None else min(requested, grant)


def distributed(amount: Decimal, grants: dict[int | None, Decimal]) -> tuple[dict[int | None, Decimal], Decimal]:
    """An amount in proportion to the maximum grants, each share rounded down to the cent; and the remainder.

    Nothing is distributed, and all remains, where no grant is above zero.
    """
    whole = sum(grants.values(), Decimal(0))
    if whole <= 0:
        return {}, amount
    shares = {key: (amount * grant / whole).quantize(_CENT, rounding=ROUND_DOWN) for key, grant in grants.items()}
    return shares, amount - sum(shares.values(), Decimal(0))
