"""A table with unknown headers below a known one: its rows are not records of the table above."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from collabdesk.intake.grid import Grid
from collabdesk.intake.tables import rows_layout, shape, unknown_headers
from collabdesk.intake.tables.rows_layout import InRows
from collabdesk.intake.vocabulary import Vocabulary

_SAMPLE = 50
_CODE = re.compile(r"\d+|[^\W\d_]+")


def parted(grid: Grid, words: Vocabulary, found: list[InRows]) -> list[InRows]:
    """The tables, cut where after a blank row a header of other things begins; what is below follows as a guess."""
    return [part for one in found for part in _cut(grid, words, one)]


def _cut(grid: Grid, words: Vocabulary, found: InRows) -> list[InRows]:
    row = _other_header(grid, found)
    if not row:
        return [found]
    rows = [*([] for _ in range(row - 1)), *grid.rows[row - 1 : _end(found)]]
    lower = unknown_headers.find(replace(grid, rows=rows), words)
    if not lower:
        return [found]
    return [InRows(rows_layout.under(grid, found.header, row - 1, words), found.header, found.belief), *lower]


def _end(found: InRows) -> int:
    return max([found.table.last_row, *(s.row for s in found.table.set_aside)])


def _other_header(grid: Grid, found: InRows) -> int:
    """The first row below a blank one that heads other columns, 0 where there is none."""
    rows = [r for r, _ in found.table.anchors]
    if not rows or rows[-1] - rows[0] + 1 == len(rows):
        return 0
    after_gaps = [b for a, b in itertools.pairwise(rows) if b - a > 1]
    for row in after_gaps[:_SAMPLE]:
        above = [r for r in rows[:_SAMPLE] if r < row]
        if (
            unknown_headers.stands_free(grid, row)
            and _is_foreign(grid, above, row)
            and unknown_headers.is_header(grid, row)
        ):
            return row
    return 0


def _is_foreign(grid: Grid, above: list[int], row: int) -> bool:
    """Has the row texts wherever the records above have numbers or dates?"""
    texts = dict(shape.texts(grid, row))
    columns = [c for c, _ in shape.cells(grid, row)]
    typed = {c for c in columns if _is_typed(grid, above, c)}
    return bool(typed) and typed <= texts.keys() and not _is_coded_alike(grid, above, row)


def _is_coded_alike(grid: Grid, above: list[int], row: int) -> bool:
    """Does the row begin with a code like those of the records above, however odd the rest of it is?"""
    codes = [_CODE.sub(_drawn, str(cells[0][1])) for r in (row, *above) if (cells := shape.cells(grid, r))]
    return "9" in codes[0] and codes[0] in codes[1:]


def _drawn(run: re.Match[str]) -> str:
    return "9" if run[0].isdigit() else "a"


def _is_typed(grid: Grid, rows: Sequence[int], column: int) -> bool:
    held = [v for r in rows if (v := grid.at(r, column)) is not None]
    return bool(held) and sum(not shape.as_text(v) for v in held) >= 0.9 * len(held)
