"""Matrices of amounts: what a value is for stands left of it and above it, not in a header of its own column."""

from __future__ import annotations

from collabdesk.intake.found import TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.tables import matrix_crossed, matrix_periods, shape
from collabdesk.intake.vocabulary import Vocabulary

_MOST_ROWS = 1500
_LEAST_COSTS, _LONGEST = 3, 60
_MONEY = frozenset({"budget", "cost"})


def find(grid: Grid, words: Vocabulary) -> list[TableFound]:
    """The matrices of a sheet; each filled value is a record.

    Periods alone say little: the sheet's name, titles or labels must speak of budgets or costs. Partners against
    kinds of cost or work packages say it themselves.
    """
    if len(grid.rows) > _MOST_ROWS:
        return []
    titles = [t for r in range(1, min(6, len(grid.rows)) + 1) for _, t in shape.texts(grid, r)[:1]]
    spoken = " ".join([grid.sheet, *titles])
    is_money = bool(words.kinds_in(spoken) & _MONEY)
    found = matrix_periods.find(grid, words, spoken) if is_money or _names_costs(grid, words) else []
    return found or matrix_crossed.find(grid, words, spoken, is_money=is_money)


def _names_costs(grid: Grid, words: Vocabulary) -> bool:
    """Do several labels at the left name kinds of cost, or who pays?"""
    labels = {t for r in range(1, len(grid.rows) + 1) for _, t in shape.texts(grid, r)[:1] if len(t) < _LONGEST}
    return any(
        sum(words.holds(mark, t) for t in labels) >= _LEAST_COSTS for mark in ("cost_category", "funding_source")
    )
