"""Eligible costs and reimbursement as any funder's rule pack has them: direct, base, indirect, rate, certificate."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from collabdesk.domain.rules import Outcome, Rule, quotient

_PACK = "the rule pack that the figure's inputs name"
_CENT = Decimal("0.01")
DIRECT = Rule(
    "grant.direct", "pack", "Eligible direct costs",
    "costs recorded, or accepted where the funder has decided; rejected ones not", "money", _PACK,
)  # fmt: skip
BASE = Rule(
    "grant.indirect_base", "pack", "Base of the indirect costs",
    "eligible direct costs of the categories in the base", "money", _PACK,
)  # fmt: skip
INDIRECT = Rule("grant.indirect", "pack", "Indirect costs", "rate x their base", "money", _PACK)
ELIGIBLE = Rule("grant.eligible", "pack", "Eligible costs", "direct + indirect costs", "money", _PACK)
UNKNOWN = Rule(
    "grant.unknown", "pack", "Costs in categories that the rule pack does not know",
    "costs that are left out of eligible costs", "money", _PACK,
)  # fmt: skip
RATE = Rule("grant.funding_rate", "pack", "Funding rate", "contribution requested / eligible costs", "ratio", _PACK)
REQUESTED = Rule(
    "grant.requested", "pack", "Contribution requested", "eligible costs x funding rate", "money", _PACK
)  # fmt: skip
ENTITLED = Rule(
    "grant.entitled", "pack", "Contribution within the grant", "min(contribution requested, maximum grant)", "money",
    _PACK,
)  # fmt: skip
CERTIFICATE = Rule(
    "grant.certificate", "pack", "Certificates on the financial statements due",
    "beneficiaries whose requested contribution reaches the threshold", "count", _PACK,
)  # fmt: skip
LUMP_SUM = Rule("grant.lump_sum", "pack", "Lump sum shares", "sum of the shares", "money", _PACK)
COMPLETED = Rule(
    "grant.lump_sum_completed", "pack", "Lump sum shares of completed work packages",
    "sum of the shares of the work packages that are completed", "money", _PACK,
)  # fmt: skip
TO_COME = Rule(
    "grant.to_come", "pack", "Still to come at most", "maximum grant - payments received", "money", _PACK
)  # fmt: skip
DISTRIBUTION = Rule(
    "grant.distribution", "pack", "Share of the payments received",
    "payments received x maximum grant of the partner / of all, rounded down to the cent", "money", _PACK,
)  # fmt: skip
REMAINDER = Rule(
    "grant.remainder", "pack", "Cents that the distribution leaves",
    "payments received - shares rounded down to the cent", "money", _PACK,
)  # fmt: skip
RULES = (
    DIRECT, BASE, INDIRECT, ELIGIBLE, UNKNOWN, RATE, REQUESTED, ENTITLED, CERTIFICATE, LUMP_SUM, COMPLETED,
    TO_COME, DISTRIBUTION, REMAINDER,
)  # fmt: skip


def funding_rate(requested: Decimal | None, eligible: Decimal | None) -> Outcome:
    """The rate that several partners' own rates come to."""
    return quotient(requested, eligible, "contribution requested", "eligible cost")


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
