"""Finds the tables of one sheet: as rows, as fields down the page, or neither."""

from __future__ import annotations

from collabdesk.intake.found import TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.tables import below, fields_down, matrix, rows_layout, sheets, side_by_side, unknown_headers
from collabdesk.intake.vocabulary import Vocabulary, vocabulary


def find_tables(grid: Grid) -> tuple[list[TableFound], str | None]:
    """The sheet's tables from top to bottom, or none and the reason: "empty", "no table", "summary", "help" …

    Where no header is known the tables are found by their shape, and marked as a guess.
    Promises that every filled row of the found tables' span is an anchor or set aside with a reason.
    """
    if not any(len(row) > row.count(None) for row in grid.rows):
        return [], "empty"
    words = vocabulary()
    in_rows = side_by_side.find(grid, words, rows_layout.find)
    strength = max((f.header.hits for f in in_rows), default=0.0)
    known = max((sum(_is_known(t, words) for _, t in f.header.columns) for f in in_rows), default=0)
    # Names of projects speak like headers too ("… Programme"): against labels only what is known word for word counts.
    down = fields_down.find(grid, words, min(strength, max(known + 1.0, 3.5)))
    if down and sheets.is_believed(grid, down[0], strength + 1, words):
        return down, None
    if in_rows:
        return [f.table for f in below.parted(grid, words, in_rows)], None
    matrices = matrix.find(grid, words) if not grid.is_hidden else []
    if matrices and not sheets.nature(grid, words):
        return matrices, None
    why = sheets.nature(grid, words)
    if why or grid.is_hidden:
        return [], why or "no table"
    guessed = side_by_side.find(grid, words, unknown_headers.find)
    return [f.table for f in guessed], None if guessed else "no table"


def _is_known(header: str, words: Vocabulary) -> bool:
    return any(words.has_phrase(line) for line in header.split(" / "))
