"""Earned value by technique: the part of a work package's budget that its work so far has earned."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from collabdesk.domain.rules import Outcome, Rule
from collabdesk.domain.told import told
from collabdesk.measures.evm import PRA

EV = Rule(
    "evm.ev",
    "PRA-5",
    "Earned value",
    "sum of budgets x the part of their work that is done, by technique",
    "money",
    PRA,
)
RULES = (EV,)
HALF = Decimal("0.5")


def zero_hundred(*, is_done: bool) -> Decimal:
    """Nothing until the work is finished, then all of it."""
    return Decimal(1) if is_done else Decimal(0)


def fifty_fifty(*, has_begun: bool, is_done: bool) -> Decimal:
    """Half when the work begins, the other half when it is finished."""
    return Decimal(1) if is_done else HALF if has_begun else Decimal(0)


def weighted_milestones(weights: Sequence[tuple[Decimal, bool]]) -> Outcome:
    """The weights of the milestones that were achieved, divided by those of all: weights may be parts or points."""
    every = sum((weight for weight, _ in weights), Decimal(0))
    if any(weight < 0 for weight, _ in weights) or every == 0:
        return Outcome(None, told("no milestone with a weight"))
    achieved = sum((weight for weight, is_achieved in weights if is_achieved), Decimal(0))
    return Outcome(achieved / every)


def percent_complete(done: Decimal) -> Outcome:
    """The part that a reading states, from 0 to 1; other numbers are no parts."""
    if not 0 <= done <= 1:
        return Outcome(None, told("its reading of {done} is no part of the whole", done=f"{done.normalize():f}"))
    return Outcome(done)
