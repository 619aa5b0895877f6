"""Planned value: what the plan says is to be done by a day, each amount spread evenly over the days of its period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from collabdesk.domain.rules import Rule
from collabdesk.domain.spans import Span
from collabdesk.measures.evm import PRA

BAC = Rule("evm.bac", "PRA-5", "Budget at completion", "sum of the planned amounts", "money", PRA)
PV = Rule(
    "evm.pv", "PRA-5", "Planned value", "sum of planned amounts x the part of their days that has passed", "money", PRA
)
CURVE = Rule("evm.curve", "PRA-5", "Points of the S-curve", "PV, EV and AC at the end of each period", "count", PRA)
RULES = (BAC, PV, CURVE)


@dataclass(frozen=True, slots=True)
class Phased:
    """An amount of the plan and the days over which it is to be earned."""

    span: Span
    amount: Decimal


def planned_by(plan: Iterable[Phased], day: date) -> Decimal:
    """What the plan wants done when the day is over; exact at the end of each period."""
    whole, part = Decimal(0), Decimal(0)
    for piece in plan:
        passed = piece.span.days_until(day)
        if passed == piece.span.days:
            whole += piece.amount
        elif passed:
            part += piece.amount * passed / piece.span.days
    return whole + part


def cumulative(plan: Sequence[Phased], days: Iterable[date]) -> list[Decimal]:
    """What is planned by each of the days."""
    return [planned_by(plan, day) for day in days]


def joined(plan: Iterable[Phased]) -> tuple[Phased, ...]:
    """The same plan with one amount for each span."""
    sums: dict[Span, Decimal] = {}
    for piece in plan:
        sums[piece.span] = sums.get(piece.span, Decimal(0)) + piece.amount
    return tuple(Phased(span, amount) for span, amount in sorted(sums.items(), key=lambda pair: pair[0]))
