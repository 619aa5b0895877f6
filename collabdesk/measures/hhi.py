"""Herfindahl-Hirschman index: how concentrated contributions are in few partners."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome, Rule
from collabdesk.domain.told import told

HHI = Rule(
    "concentration.hhi",
    "US-MG-2023",
    "Concentration (HHI)",
    "sum of the squared percentage shares; 10 000 when one holds all, 10 000 / n when n share equally",
    "points",
    "US Department of Justice and Federal Trade Commission, Merger Guidelines 2023, section 2.1",
)
FLOOR = own(
    "concentration.hhi-floor",
    "Lowest possible concentration",
    "10 000 / n: the index of n equal shares, which a small consortium cannot fall below",
    "points",
    "follows from the index; a US threshold of markets says nothing of it",
)
RULES = (HHI, FLOOR)


def hhi(amounts: Sequence[Decimal]) -> Outcome:
    """The index of amounts in one currency, 0 to 10 000; undefined for none, a negative one, or a zero sum."""
    if not amounts:
        return Outcome(None, told("no contribution names its partner"))
    if min(amounts) < 0:
        return Outcome(None, told("a partner's contribution is negative, so shares have no meaning"))
    whole = sum(amounts, Decimal(0))
    if whole == 0:
        return Outcome(None, told("the contributions sum to zero"))
    return Outcome(sum((a * a for a in amounts), Decimal(0)) * 10_000 / (whole * whole))


def floor(n: int) -> Decimal:
    """The lowest index that `n` partners can have, all shares being equal; `n` is at least 1."""
    return Decimal(10_000) / n
