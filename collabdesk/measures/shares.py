"""Shares: the part of a whole, both in one currency."""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome, quotient
from collabdesk.domain.told import told

SHARE = own(
    "contribution.share",
    "Share of the funder's contribution",
    "the partner's contribution / sum of all contributions",
    "ratio",
)
PART = own(
    "balance.share",
    "Share",
    "the part of one partner or country / the sum of all",
    "ratio",
)
RULES = (SHARE, PART)


def part(own: Decimal | None, whole: Decimal | None, of: str) -> Outcome:
    """Own / whole of whatever `of` names; undefined where the whole is zero or not recorded."""
    return quotient(own, whole, of, told("sum of all"))


def share(part: Decimal | None, whole: Decimal | None) -> Outcome:
    """Part / whole, undefined where the whole is zero or not recorded."""
    return quotient(part, whole, told("contribution"), told("sum of the contributions"))
