"""What each cell of the sheet is to the table that was found: header, mapped, set aside, rejected, or a problem."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from collabdesk.domain.places import Place, column_number
from collabdesk.domain.problems import Problem, Severity
from collabdesk.usecases.staged import StagedColumn, StagedTable

_CELL = re.compile(r"^(?:.*!)?\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>\d+)$", re.DOTALL)
Cell = tuple[int, int]
"""(row, column) of a cell, both from 1."""


class CellTone(StrEnum):
    """The meanings that the preview colours, in the order of its legend."""

    HEADER = "header"
    MAPPED = "mapped"
    ASIDE = "aside"
    REJECTED = "rejected"
    WARNING = "warning"
    ERROR = "error"
    PLAIN = ""


def place_of(cell: str) -> Cell | None:
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
        self._is_transposed = table.layout == "transposed"
        self._aside = {s.row: s.why for s in table.set_aside}
        self._rejected = {r.column if self._is_transposed and r.column else r.row: r.why for r in table.rejects}
        self._mapped_columns = {c.place.column for c in table.mapped} if self._is_rows else set()
        self._cells = {} if self._is_rows else _cells(table)
        self._labels = {label_of(c): c for c in table.columns}
        self._problems: dict[Cell, list[Problem]] = {}
        for problem in table.problems:
            if (place := place_of(problem.cell)) is not None:
                self._problems.setdefault(place, []).append(problem)
        self.problem_cells: list[Cell] = sorted(self._problems)
        """Every cell that something is wrong with, in the order of the sheet."""

    def tone(self, row: int, column: int) -> CellTone:
        """The cell at 1-based (row, column)."""
        if (row, column) in self._problems:
            severities = {p.severity for p in self._problems[row, column]}
            if Severity.ERROR in severities:
                return CellTone.ERROR
            if Severity.WARNING in severities:
                return CellTone.WARNING
        if self.is_header_row(row):
            return CellTone.HEADER
        if self.why(row, column):
            return CellTone.ASIDE
        if (row, column) in self._labels:
            return CellTone.HEADER
        if self.why_rejected(row, column) and self._is_inside(row, column):
            return CellTone.REJECTED
        if self._is_rows:
            is_mapped = self._table.first_row <= row <= self._table.last_row and column in self._mapped_columns
            return CellTone.MAPPED if is_mapped else CellTone.PLAIN
        return CellTone.MAPPED if (row, column) in self._cells else CellTone.PLAIN

    def is_header_row(self, row: int) -> bool:
        """Is the whole row a header?"""
        first, last = self._table.header_rows
        return first <= row <= last and self._table.layout in ("rows", "matrix")

    def is_record_row(self, row: int) -> bool:
        """Does the row lie in the table and is not set aside?"""
        return self._table.first_row <= row <= self._table.last_row and not (
            row in self._aside and not self._is_transposed
        )

    def why(self, row: int, column: int) -> str:
        """Why the cell's row (its column, in a transposed table) is no record; "" where it is one."""
        return self._aside.get(column if self._is_transposed else row, "")

    def why_rejected(self, row: int, column: int) -> str:
        """Why the cell's row (its column, in a transposed table) could not be kept; "" where it could."""
        return self._rejected.get(column if self._is_transposed else row, "")

    def problems(self, row: int, column: int) -> list[Problem]:
        """What is wrong with the cell."""
        return self._problems.get((row, column), [])

    def column_at(self, row: int, column: int) -> StagedColumn | None:
        """The table's column (its labelled row, in other layouts) that a cell of the sheet belongs to."""
        if (row, column) in self._labels:
            return self._labels[row, column]
        if not self._is_rows and (row, column) in self._cells:
            return self._cells[row, column]
        for one in self._table.columns:
            if _holds(one.place, row, column):
                return one
        return None

    @property
    def rejected_lines(self) -> tuple[frozenset[int], frozenset[int]]:
        """The rows and the columns of the sheet that could not be kept."""
        lines = frozenset(self._rejected)
        return (frozenset(), lines) if self._is_transposed else (lines, frozenset())

    @property
    def header_rows(self) -> range:
        """The rows that stay in sight while the sheet is scrolled."""
        if self._table.layout not in ("rows", "matrix"):
            return range(0)
        first, last = self._table.header_rows
        return range(first, last + 1)

    @property
    def first_row(self) -> int:
        """Where the table begins: its header, or its first label where fields are rows."""
        labels = [row for row, _ in self._labels if row is not None]
        return min(labels, default=self._table.header_rows[0])

    @property
    def first_column(self) -> int:
        """The column that the table begins at."""
        return min((column for _, column in self._labels), default=1)

    @property
    def last_row(self) -> int:
        """The last row worth showing."""
        return max([self._table.last_row, *(row for row, _ in self._problems)])

    @property
    def last_column(self) -> int:
        """The last column that has a label or a problem."""
        columns = [label_of(c)[1] for c in self._table.columns] + [column for _, column in self._problems]
        return max([*columns, *(column for _, column in self._cells)], default=1)

    def _is_inside(self, row: int, column: int) -> bool:
        if not self._is_rows:
            return (row, column) in self._cells or any(r == row for r, _ in self._labels)
        columns = [c.place.column or 1 for c in self._table.columns]
        return bool(columns) and min(columns) <= column <= max(columns)


def _holds(place: Place, row: int, column: int) -> bool:
    if place.row is None and place.column is None:
        return False
    return place.row in (None, row) and place.column in (None, column)


def _cells(table: StagedTable) -> dict[Cell, StagedColumn]:
    """Every cell that a record takes a value from, for layouts that are no plain columns."""
    columns: Sequence[int | None] = table.source_columns or [None] * len(table.source_rows)
    anchors = list(zip(table.source_rows, columns, strict=True))
    return {c.place.cell(*anchor): c for c in reversed(table.mapped) for anchor in anchors}
