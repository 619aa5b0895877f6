"""The US Federal Financial Report SF-425: lines that follow from those the recipient fills in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.rules import Rule

_FORM = "Standard Form 425, Federal Financial Report, lines 10 a to o; cumulative"


def _rule(line: str, label: str, formula: str) -> Rule:
    return Rule(f"sf425.{line}", "SF-425", label, formula, "money", _FORM)


CASH = _rule("c", "Cash on hand", "a - b")
TOTAL = _rule("g", "Total federal share", "e + f")
UNOBLIGATED = _rule("h", "Unobligated balance of federal funds", "d - g")
REMAINING = _rule("k", "Remaining recipient share", "i - j")
INCOME = _rule("o", "Unexpended programme income", "l - (m or n)")
RULES = (CASH, TOTAL, UNOBLIGATED, REMAINING, INCOME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The lines that are filled in, by their letters on the form; amounts in one currency."""

    a: Decimal
    b: Decimal
    d: Decimal
    e: Decimal
    f: Decimal
    i: Decimal = Decimal(0)
    j: Decimal = Decimal(0)
    l: Decimal = Decimal(0)  # noqa: E741 (the form's own letter)
    m: Decimal = Decimal(0)
    n: Decimal = Decimal(0)


def derived(report: Report) -> dict[str, Decimal]:
    """Lines c, g, h, k and o."""
    total = report.e + report.f
    return {
        "c": report.a - report.b,
        "g": total,
        "h": report.d - total,
        "k": report.i - report.j,
        "o": report.l - report.m - report.n,
    }
