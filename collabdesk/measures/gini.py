"""Gini coefficient: how unequal contributions are, from 0 (all equal) towards 1."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from collabdesk.domain.rules import Outcome, Rule
from collabdesk.domain.told import told

GINI = Rule(
    "concentration.gini",
    "Gini-1912",
    "Inequality (Gini)",
    "sum((2i - n - 1) x_i) / (n sum x), x ascending, i from 1",
    "ratio",
    "C. Gini, Variabilità e mutabilità, 1912; in the form for ordered single values",
)
RULES = (GINI,)


def gini(amounts: Sequence[Decimal]) -> Outcome:
    """The coefficient of amounts in one currency; undefined for none, a negative one, or a zero sum."""
    if not amounts:
        return Outcome(None, told("no contribution names its partner"))
    if min(amounts) < 0:
        return Outcome(None, told("a partner's contribution is negative"))
    n, whole = len(amounts), sum(amounts, Decimal(0))
    if whole == 0:
        return Outcome(None, told("the contributions sum to zero"))
    weighted = sum(((2 * i - n - 1) * x for i, x in enumerate(sorted(amounts), start=1)), Decimal(0))
    return Outcome(weighted / (n * whole))
