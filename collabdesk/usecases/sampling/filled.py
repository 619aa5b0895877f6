"""A workbook that was filled in, read in the child as every foreign file: its texts, and what its cells are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from collabdesk.domain.number_text import take_apart
from collabdesk.intake.jobs import CellsJob
from collabdesk.intake.process import Child

_MOST_ROWS = 200_000
_PLACES = 4


@dataclass(frozen=True, slots=True)
class Cells:
    """One sheet: `texts` are the cells that hold a text, `uncached` formulas without a stored value."""

    sheet: str
    rows: Sequence[Sequence[str]]
    texts: frozenset[tuple[int, int]] = frozenset()
    uncached: frozenset[tuple[int, int]] = frozenset()

    def at(self, row: int, column: int) -> str:
        """The text of a cell, rows and columns from 1; "" outside the sheet."""
        cells = self.rows[row - 1] if row <= len(self.rows) else ()
        return cells[column - 1] if column <= len(cells) else ""


@dataclass(frozen=True, slots=True)
class Filled:
    """The sheet of items, None where it is not there, and the rows of the one that says whose it is."""

    items: Cells | None
    about: Sequence[Sequence[str]]


def cells_in(path: Path, sheet: str, about: str) -> Filled:
    """Both sheets of the workbook. Refused, with the reason, where the file cannot be read safely."""
    child = Child()
    try:
        found = {name: _cells(child, path, name) for name in (about, sheet)}
    finally:
        child.end()
    told = found[about]
    return Filled(found[sheet], told.rows if told is not None else ())


def _cells(child: Child, path: Path, sheet: str) -> Cells | None:
    job = CellsJob(str(path), sheet=sheet, first_row=1, rows=_MOST_ROWS, tells_kinds=True)
    told = {word: rest for word, *rest in child.ask(job)}
    return Cells(sheet, told["rows"][0], *told["kinds"]) if told else None


def amount_in(cells: Cells, row: int, column: int, currency: str) -> Decimal | None:
    """The exact amount in a cell, None for an empty one. ValueError, with what is wrong, for anything else.

    A text is read as what it can only be; one that can be two numbers, such as 1,234, is asked for again.
    """
    text = cells.at(row, column).strip()
    if (row, column) in cells.uncached:
        raise ValueError("the formula was never calculated: open and save the file in a spreadsheet program")
    if not text:
        return None
    parts = take_apart(text)
    if parts is None or parts.percent or parts.unit:
        raise ValueError(f"{text!r} is not an amount")
    if parts.currency and parts.currency != currency:
        raise ValueError(f"{text!r} is not in {currency}")
    is_number = (row, column) not in cells.texts
    mark = "." if is_number else parts.votes
    if mark == "?":
        raise ValueError(f"{text!r} can be read in two ways: write it without a mark for thousands")
    value = parts.value(mark or ".")
    if value is None:
        raise ValueError(f"{text!r} is not an amount")
    if is_number:
        value = round(value, 8)  # what a formula computed is no further exact
    if -int(value.as_tuple().exponent) > _PLACES and value != round(value, _PLACES):
        raise ValueError(f"{text!r} has more than four decimals")
    return value
