"""A sheet as it was read: values by row and column, with what a reader of the printed sheet cannot see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class CellError:
    """A spreadsheet error value such as `#REF!`."""

    text: str


Value = str | int | float | bool | datetime | date | time | timedelta | CellError | None
"""One cell; empty cells and empty texts are None."""


@dataclass(slots=True)
class Grid:
    """One sheet. `rows[r - 1][c - 1]` is the cell in row r, column c as the spreadsheet program numbers them
    (csv: record numbers). Rows may be of different lengths; use `at` where that matters.

    `merges` are (first row, first column, last row, last column). `formulas` holds the formula text of
    cells whose stored value cannot be trusted (HYPERLINK ids with a cached 0); `uncached` the cells with a
    formula and no stored value. `sheet` is "" for a csv. `number` is the sheet's
    place in the workbook, from 0, charts and macro sheets counted. `troubles` are (row, column, code, sentence)
    of what was hard to read.
    """

    sheet: str
    rows: Sequence[Sequence[Value]]
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[tuple[int, int, int, int], ...] = ()
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    uncached: frozenset[tuple[int, int]] = frozenset()
    number: int = 0
    troubles: tuple[tuple[int, int, str, str], ...] = ()

    def at(self, row: int, column: int) -> Value:
        """The cell at 1-based (row, column), None outside the sheet."""
        if 1 <= row <= len(self.rows):
            cells = self.rows[row - 1]
            if 1 <= column <= len(cells):
                return cells[column - 1]
        return None


@dataclass(slots=True)
class Workbook:
    """A file as read. `format` is xlsx, xls, xlsb, ods, xml, csv or html; `encoding` and `separator` for text files."""

    name: str
    sha256: str
    format: str
    grids: list[Grid]
    encoding: str = ""
    separator: str = ""
