"""A sheet that is being written: cells by row and column, and merges."""

from __future__ import annotations

from dataclasses import dataclass, field

from collabdesk.intake.grid import Grid, Value


@dataclass(slots=True)
class Canvas:
    """Cells by (row, column), both from 1."""

    cells: dict[tuple[int, int], Value] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    is_merging: bool = True

    def put(self, row: int, column: int, value: Value) -> None:
        if value is not None:
            self.cells[row, column] = value

    def merge(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        if self.is_merging and (first_row, first_column) != (last_row, last_column):
            self.merges.append((first_row, first_column, last_row, last_column))

    def grid(self, sheet: str, **options: object) -> Grid:
        high = max((r for r, _ in self.cells), default=0)
        wide = max((c for _, c in self.cells), default=0)
        rows = [[self.cells.get((r, c)) for c in range(1, wide + 1)] for r in range(1, high + 1)]
        return Grid(sheet, rows, merges=tuple(self.merges), **options)
