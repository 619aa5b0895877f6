"""Results of earlier audits: how many findings come again, and how much of the spending is questioned."""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.rules import Outcome, Rule, quotient
from collabdesk.domain.told import told

_CFR = "2 CFR 200, subpart F; the quotient is CollabDesk's own"
REPEAT = Rule(
    "finding.repeat",
    "2CFR200.516",
    "Repeat findings",
    "findings marked as repeat / findings that state it",
    "ratio",
    _CFR,
)
QUESTIONED = Rule(
    "finding.questioned-share",
    "2CFR200.516",
    "Questioned share of expenditure",
    "known questioned costs / expenditure on record",
    "ratio",
    _CFR,
)
MAJOR = Rule(
    "award.major-share",
    "2CFR200.518",
    "Share of major programmes",
    "amount of major programmes / amount of all awards",
    "ratio",
    _CFR,
)
RULES = (REPEAT, QUESTIONED, MAJOR)


def repeat_share(repeats: int, stated: int) -> Outcome:
    """Repeat findings / findings that say whether they are one."""
    if stated == 0:
        return Outcome(None, told("no finding states whether it repeats an earlier one"))
    return Outcome(Decimal(repeats) / Decimal(stated))


def questioned_share(questioned: Decimal | None, expended: Decimal | None) -> Outcome:
    """Known questioned costs / expenditure, in one currency."""
    return quotient(questioned, expended, told("questioned cost"), told("expenditure"))


def major_share(major: Decimal | None, whole: Decimal | None) -> Outcome:
    """Amount of major programmes / amount of all awards, in one currency; none is major: 0."""
    return quotient(major or Decimal(0), whole, told("award amount"), told("award amount"))
