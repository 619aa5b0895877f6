"""Finds the tables of one sheet: as rows, as fields down the page, or neither."""

from __future__ import annotations

from collabdesk.intake.found import TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.tables import fields_down, matrix, rows_layout, sheets, side_by_side
from collabdesk.intake.vocabulary import vocabulary


def find_tables(grid: Grid) -> tuple[list[TableFound], str | None]:
    """The sheet's tables from top to bottom, or none and the reason: "empty", "no table", "summary", "help" …

    Promises that every filled row of the found tables' span is an anchor or set aside with a reason.
    """
    if not any(len(row) > row.count(None) for row in grid.rows):
        return [], "empty"
    words = vocabulary()
    in_rows = side_by_side.find(grid, words, rows_layout.find)
    strength = max((f.header.hits for f in in_rows), default=0.0)
    down = fields_down.find(grid, words, strength)
    if down and sheets.is_believed(grid, down[0], strength + 1, words):
        return down, None
    if in_rows:
        return [f.table for f in in_rows], None
    matrices = matrix.find(grid, words) if not grid.is_hidden else []
    if matrices and not sheets.nature(grid, words):
        return matrices, None
    return [], sheets.nature(grid, words) or "no table"
