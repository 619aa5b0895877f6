"""The US Federal Financial Report SF-425: lines that follow from those the recipient fills in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from collabdesk.domain.rule_sources import Source
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told, words

_FORM = "Standard Form 425, Federal Financial Report, lines 10 a to o; cumulative"
_rule = Source("SF-425", _FORM).rule
RECEIPTS = _rule("sf425.a", "Cash Receipts", "payments received from the funder, less what it recovered")
DISBURSED = _rule("sf425.b", "Cash Disbursements", "sum of what was paid at the funder's expense")
CASH = _rule("sf425.c", "Cash on Hand (line a minus b)", "a - b")
AUTHORISED = _rule("sf425.d", "Total Federal funds authorized", "the funding granted")
SPENT = _rule("sf425.e", "Federal share of expenditures", "sum of what was spent at the funder's expense")
UNLIQUIDATED = _rule(
    "sf425.f", "Federal share of unliquidated obligations", "obligated - spent, of items that were obligated"
)
TOTAL = _rule("sf425.g", "Total Federal share (sum of lines e and f)", "e + f")
UNOBLIGATED = _rule("sf425.h", "Unobligated balance of Federal Funds (line d minus g)", "d - g")
REQUIRED = _rule("sf425.i", "Total recipient share required", "the co-funding required")
OWN = _rule("sf425.j", "Recipient share of expenditures", "sum of what was spent at the recipient's own expense")
REMAINING = _rule("sf425.k", "Remaining recipient share to be provided (line i minus j)", "i - j")
EARNED = _rule("sf425.l", "Total Federal share of program income earned", "programme income received")
DEDUCTED = _rule("sf425.m", "Program income expended in accordance with the deduction alternative", "income deducted")
ADDED = _rule("sf425.n", "Program income expended in accordance with the addition alternative", "income added")
INCOME = _rule("sf425.o", "Unexpended program income (line l minus line m or line n)", "l - (m or n)")
RULES = (
    RECEIPTS, DISBURSED, CASH, AUTHORISED, SPENT, UNLIQUIDATED, TOTAL, UNOBLIGATED, REQUIRED, OWN, REMAINING, EARNED,
    DEDUCTED, ADDED, INCOME,
)  # fmt: skip
PARTS = {"c": ("a", "b"), "g": ("e", "f"), "h": ("d", "g"), "k": ("i", "j"), "o": ("l", "m", "n")}
"""The lines that follow from others, in the order in which they can be computed."""


def with_derived(entered: Mapping[str, Outcome]) -> dict[str, Outcome]:
    """All lines by their letters, in the form's order; one that rests on an undefined line is undefined too."""
    lines = dict(entered)
    for letter, (first, *others) in PARTS.items():
        missing = next((part for part in (first, *others) if lines[part].value is None), None)
        if missing is not None:
            lines[letter] = Outcome(
                None, told("line {missing}: {reason}", missing=missing, reason=words(lines[missing].reason or ""))
            )
            continue
        values = [lines[part].value or Decimal(0) for part in (first, *others)]
        rest = sum(values[1:], Decimal(0))
        lines[letter] = Outcome(values[0] + rest if letter == "g" else values[0] - rest)
    return dict(sorted(lines.items()))
