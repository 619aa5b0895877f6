"""Tables whose headers nobody knows: found by their shape alone, for a person to say what they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from statistics import median

from collabdesk.intake.grid import Grid, Value
from collabdesk.intake.tables import header_rows, rows_layout, shape
from collabdesk.intake.tables.header_rows import HeaderRows
from collabdesk.intake.tables.rows_layout import InRows
from collabdesk.intake.vocabulary import Vocabulary

_FAR, _SAMPLE = 60, 200
_LEAST_COLUMNS, _LEAST_ROWS, _LEAST_TEXT_ROWS = 3, 2, 5
_LONGEST, _USUAL = 120, 50  # letters in a header: the most, and the middle one


def find(grid: Grid, words: Vocabulary) -> list[InRows]:
    """The tables by shape: a row of different short texts over full rows, each column of one type of values.

    Strict on purpose: forms, lists for drop-downs (of different lengths), texts and legends are no tables.
    """
    heads: list[HeaderRows] = []
    row = 1
    while row <= min(len(grid.rows), _FAR if not heads else heads[-1].last + _FAR):
        if is_header(grid, row) and (not heads or stands_free(grid, row)):
            heads.append(header_rows.grown(grid, row, heads[-1].below if heads else 0, words))
            row = max(row + 1, heads[-1].below + _LEAST_ROWS)
        else:
            row += 1
    found = []
    for number, head in enumerate(heads):
        end = heads[number + 1].first - 1 if number + 1 < len(heads) else len(grid.rows)
        table = rows_layout.under(grid, head, end, words)
        table.is_guess = True
        if len(table.anchors) >= max(_LEAST_ROWS, 2 * sum(s.why in ("help", "section") for s in table.set_aside)):
            found.append(InRows(table, head))
    return found


def is_header(grid: Grid, row: int) -> bool:
    """Is this a row of different short texts over rows that look like records?"""
    texts = shape.texts(grid, row)
    columns = [c for c, _ in texts]
    if len(texts) < _LEAST_COLUMNS or len(texts) < len(shape.cells(grid, row)):
        return False
    said = [t for _, t in texts]
    if len({t.casefold() for t in said}) < len(said) or shape.is_letters(said) or shape.is_format(said):
        return False
    if median(len(t) for t in said) > _USUAL or max(len(t) for t in said) > _LONGEST:
        return False
    if columns[-1] - columns[0] + 1 > 1.4 * len(columns):
        return False
    return _holds_records(_below(grid, row, columns), len(columns))


def stands_free(grid: Grid, row: int) -> bool:
    """Is the row above blank, or a title with a blank row above it?"""
    above = shape.cells(grid, row - 1)
    return not above or (len(above) == 1 == len(shape.texts(grid, row - 1)) and not shape.cells(grid, row - 2))


def _below(grid: Grid, row: int, columns: Sequence[int]) -> list[list[Value]]:
    """The rows under a header as far as the first blank one, cut to its columns; one may lie under the header."""
    found: list[list[Value]] = []
    for below in range(row + 1, min(len(grid.rows), row + _SAMPLE) + 1):
        cells = [grid.at(below, c) for c in columns]
        if any(v is not None for v in cells):
            found.append(cells)
        elif found or below > row + 1:
            break
    return found


def _holds_records(rows: list[list[Value]], width: int) -> bool:
    full = [r for r in rows if width - r.count(None) >= 0.6 * width]
    if len(full) < _LEAST_ROWS or len(full) < 0.7 * len(rows) or width - rows[0].count(None) < 0.5 * width:
        return False
    types = [_common_type([r[i] for r in full if r[i] is not None]) for i in range(width)]
    if sum(t is not None for t in types) < 0.8 * width:
        return False
    if any(t not in (None, "text") for t in types):
        return True
    # Texts only: a list of things has many rows, its first column names each of them.
    names = [str(r[0]) for r in full if r[0] is not None]
    return len(full) >= _LEAST_TEXT_ROWS and len(names) >= 0.9 * len(full) and len(set(names)) >= 0.9 * len(names)


def _common_type(cells: Sequence[Value]) -> str | None:
    """The type of nearly all cells of a column, None where they are mixed or there are none."""
    if not cells:
        return None
    name, times = Counter(_type(v) for v in cells).most_common(1)[0]
    return name if times >= 0.8 * len(cells) else None


def _type(value: Value) -> str:
    if isinstance(value, (datetime, date, time, timedelta)):
        return "date"
    return "number" if shape.is_number(value) else "text"
