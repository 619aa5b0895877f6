"""The rows of a table that are sums of its other rows, found by their amounts; their labels only help."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from statistics import median

from collabdesk.domain.number_text import take_apart
from collabdesk.intake.grid import CellError, Grid, Value
from collabdesk.intake.tables import shape, sums
from collabdesk.intake.tables.sums import Line
from collabdesk.intake.vocabulary import Vocabulary

_OUTLINE = re.compile(r"^\w{1,4}(?:\.\d{1,3})+$")
_USUALLY, _SOME, _LONG = 0.9, 0.3, 600
_SAMPLE, _MOST_LABELS, _LONGEST_LABEL = 100, 3, 80


def find(grid: Grid, columns: Sequence[int], rows: Sequence[int], least: float, words: Vocabulary) -> dict[int, str]:
    """Row -> "total" or "subtotal", for those of `rows` that are sums; a record fills at least `least` cells."""
    cells = {c: [grid.at(r, c) for r in rows] for c in columns}
    outline = [str(cells[columns[0]][p] or "").strip().rstrip(".") for p in range(len(rows))]
    numbers = {
        c: mine for c, mine in cells.items() if _are_amounts(mine) and not (c == columns[0] and _counts(outline))
    }
    if not numbers:
        return {}
    others = [c for c in columns if c not in numbers]
    filled = [sum(v is not None for v in row) for row in zip(*cells.values(), strict=True)]
    always = _always_filled(others, cells, filled, least)
    marked = [_word([v for c in others if (v := cells[c][p]) is not None], words) for p in range(len(rows))]
    weak = [
        bool(marked[p])
        or filled[p] < least
        or _is_parent(outline[p : p + 2])
        or sum(cells[c][p] is None for c in always) > len(always) / 3
        for p in range(len(rows))
    ]
    if len(rows) > _LONG and not any(weak):
        return {}  # a long list in which every row looks like a record
    decimal = _decimal(v for mine in numbers.values() for v in mine)
    amounts = {c: [amount(v, decimal) for v in mine] for c, mine in numbers.items()}
    lines = []
    for p, row in enumerate(rows):
        held = {c: n for c, mine in amounts.items() if (n := mine[p]) is not None}
        lines.append(Line(row, held, weak[p], marked[p], is_record=len(always) > 1 and not weak[p]))
    return sums.find(lines)


def _counts(outline: Sequence[str]) -> bool:
    """Are these numbers of an outline: 1, 1.1, 1.2, 2 …?"""
    return any(_is_parent(pair) for pair in itertools.pairwise(outline))


def _is_parent(codes: Sequence[str]) -> bool:
    """Is the second number of an outline below the first: 1.1 below 1?"""
    return len(codes) > 1 and bool(_OUTLINE.match(codes[1])) and codes[1].rpartition(".")[0] == codes[0] != ""


def _word(said: Sequence[Value], words: Vocabulary) -> str:
    return label_word(said, words) if len(said) <= _MOST_LABELS else ""


def _are_amounts(cells: Sequence[Value]) -> bool:
    """Are many of a column's cells numbers? Some of them tell; the last ones, where totals stand, do too."""
    held = [v for v in cells if v is not None]
    some = [*held[:: max(1, len(held) // _SAMPLE)], *held[-2:]]
    found = sum(shape.is_number(v) for v in some)
    return found >= 2 and found >= _SOME * len(some)


def _always_filled(
    columns: Sequence[int], cells: dict[int, list[Value]], filled: Sequence[int], least: float
) -> list[int]:
    """The columns beside the amounts that nearly every record fills."""
    full = [place for place, number in enumerate(filled) if number >= max(least, median(filled))]
    return [c for c in columns if full and sum(cells[c][p] is not None for p in full) >= _USUALLY * len(full)]


def label_word(cells: Iterable[Value], words: Vocabulary) -> str:
    """ "total" or "subtotal" where the only label, or the first of two, says so; else ""."""
    labels = [t for v in cells if (t := shape.as_text(v))]
    if not labels or len(labels) > 2 or len(labels[0]) > _LONGEST_LABEL:
        return ""
    return next((mark for mark in ("subtotal", "total") if words.marked(mark, labels[0])), "")


def _decimal(cells: Iterable[Value]) -> str:
    """The decimal mark of amounts written as texts; a point where nothing says so."""
    votes = Counter(part.votes for v in cells if isinstance(v, str) and (part := take_apart(v)))
    return "," if votes[","] > votes["."] else "."


def amount(value: Value, decimal: str = ".") -> float | None:
    """A cell as a number for the checking of sums, None when it is none."""
    if isinstance(value, (bool, CellError)):
        return None
    if isinstance(value, (int, float)):
        return float(value)
    part = take_apart(value) if isinstance(value, str) and shape.is_number(value) else None
    said = part.value(decimal) if part else None
    return None if said is None else float(said)


def exact(value: Value) -> Decimal | None:
    """A stored number exactly, None when the cell holds none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None
