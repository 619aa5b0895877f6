"""What each cell of the sheet is to the table that was found: header, mapped, set aside, or a problem."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from collabdesk.domain.places import column_number
from collabdesk.domain.problems import Problem, Severity
from collabdesk.usecases.staged import StagedColumn, StagedTable

_CELL = re.compile(r"^(?:.*!)?\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>\d+)$", re.DOTALL)


class CellTone(StrEnum):
    """The meanings that the preview colours, in the order of its legend."""

    HEADER = "header"
    MAPPED = "mapped"
    ASIDE = "aside"
    WARNING = "warning"
    ERROR = "error"
    PLAIN = ""


def place_of(cell: str) -> tuple[int, int] | None:
    """(row, column) of an address such as `Sheet!B7`; None where it names no cell."""
    match = _CELL.match(cell)
    return (int(match["row"]), column_number(match["column"])) if match else None


def label_of(column: StagedColumn) -> tuple[int | None, int]:
    """(row, column) of a column's label; the row is None where the whole column is meant."""
    place = place_of(column.letter)
    return place or (None, column_number(column.letter))


class SheetTones:
    """Answers for one table what a cell means and what is wrong with it; made anew after each look."""

    def __init__(self, table: StagedTable) -> None:
        self._table = table
        self._is_rows = table.layout == "rows"
        self._aside = {s.row: s.why for s in table.set_aside}
        self._mapped_columns = {c.place.column for c in table.mapped} if self._is_rows else set()
        self._cells = set() if self._is_rows else _cells(table)
        self._labels = {label_of(c) for c in table.columns}
        self._problems: dict[tuple[int, int], list[Problem]] = {}
        for problem in table.problems:
            if (place := place_of(problem.cell)) is not None:
                self._problems.setdefault(place, []).append(problem)

    def tone(self, row: int, column: int) -> CellTone:
        """The cell at 1-based (row, column)."""
        if (row, column) in self._problems:
            severities = {p.severity for p in self._problems[row, column]}
            return CellTone.ERROR if Severity.ERROR in severities else CellTone.WARNING
        first, last = self._table.header_rows
        if first <= row <= last and self._table.layout in ("rows", "matrix"):
            return CellTone.HEADER
        if self.why(row, column):
            return CellTone.ASIDE
        if (row, column) in self._labels:
            return CellTone.HEADER
        if self._is_rows:
            inside = self._table.first_row <= row <= self._table.last_row
            return CellTone.MAPPED if inside and column in self._mapped_columns else CellTone.PLAIN
        return CellTone.MAPPED if (row, column) in self._cells else CellTone.PLAIN

    def why(self, row: int, column: int) -> str:
        """Why the cell's row (its column, in a transposed table) is no record; "" where it is one."""
        return self._aside.get(column if self._table.layout == "transposed" else row, "")

    def problems(self, row: int, column: int) -> list[Problem]:
        """What is wrong with the cell."""
        return self._problems.get((row, column), [])

    @property
    def first_row(self) -> int:
        """Where the table begins: its header, or its first label where fields are rows."""
        labels = [row for row, _ in self._labels if row is not None]
        return min(labels, default=self._table.header_rows[0])

    @property
    def last_row(self) -> int:
        """The last row worth showing."""
        return max([self._table.last_row, *(row for row, _ in self._problems)])

    @property
    def last_column(self) -> int:
        """The last column that has a label or a problem."""
        columns = [label_of(c)[1] for c in self._table.columns] + [column for _, column in self._problems]
        return max([*columns, *(column for _, column in self._cells)], default=1)


def _cells(table: StagedTable) -> set[tuple[int, int]]:
    """Every cell that a record takes a value from, for layouts that are no plain columns."""
    columns: Sequence[int | None] = table.source_columns or [None] * len(table.source_rows)
    places = [c.place for c in table.mapped]
    return {p.cell(row, column) for row, column in zip(table.source_rows, columns, strict=True) for p in places}
