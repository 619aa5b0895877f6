"""Votes of a body: the quorum and the majority of one decision, each only from votes that are recorded."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome, quotient
from collabdesk.domain.told import told

_NOTE = "the thresholds are those of the agreement"
QUORUM = own("agreement.quorum", "Votes present", "votes present / votes entitled", "ratio", _NOTE)
MAJORITY = own(
    "agreement.majority",
    "Votes in favour",
    "votes in favour / (votes in favour + votes against); abstentions are no votes cast",
    "ratio",
    _NOTE,
)
RULES = (QUORUM, MAJORITY)


def quorum(present: Decimal | None, entitled: Decimal | None) -> Outcome:
    """The votes present of those entitled, unrounded."""
    return quotient(present, entitled, told("votes present"), told("votes entitled"))


def majority(in_favour: Decimal | None, against: Decimal | None) -> Outcome:
    """The votes in favour of those cast for or against, unrounded."""
    return quotient(in_favour, cast(in_favour, against), told("votes in favour"), told("votes cast"))


def cast(in_favour: Decimal | None, against: Decimal | None) -> Decimal | None:
    """The votes cast; None where either number is not recorded."""
    return None if in_favour is None or against is None else in_favour + against


def reaches(part: Decimal | None, whole: Decimal | None, needed: Fraction | None) -> bool | None:
    """Whether part / whole is at least what is needed, exactly; None where one of the three is not there."""
    if part is None or not whole or needed is None:
        return None
    return Fraction(part) >= needed * Fraction(whole)
