"""The rows of a table that are sums of its other rows, found by their amounts; their labels only help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation

from collabdesk.intake.fields.number_text import take_apart
from collabdesk.intake.grid import CellError, Grid, Value
from collabdesk.intake.tables import shape, sums
from collabdesk.intake.tables.sums import Line
from collabdesk.intake.vocabulary import Vocabulary

_USUALLY, _LONGEST_LABEL = 0.9, 80


def find(grid: Grid, columns: Sequence[int], rows: Sequence[int], least: float, words: Vocabulary) -> dict[int, str]:
    """Row -> "total" or "subtotal", for those of `rows` that are sums; a record fills at least `least` cells."""
    held = {r: _held(grid, r, columns) for r in rows}
    numbers = [c for c in columns if _are_amounts([v for cells in held.values() for at, v in cells if at == c])]
    if not numbers:
        return {}
    decimal = _decimal(v for cells in held.values() for c, v in cells if c in numbers)
    texts = _always_texts(held, set(columns) - set(numbers), least)
    lines = []
    for row, cells in held.items():
        amounts = {c: n for c, v in cells if c in numbers and (n := amount(v, decimal)) is not None}
        word = label_word([v for c, v in cells if c not in numbers], words)
        is_weak = bool(word) or len(cells) < least or len(texts - {c for c, _ in cells}) > len(texts) / 3
        lines.append(Line(row, amounts, is_weak, word))
    return sums.find(lines)


def _held(grid: Grid, row: int, columns: Sequence[int]) -> list[tuple[int, Value]]:
    return [(c, v) for c in columns if (v := grid.at(row, c)) is not None]


def _are_amounts(cells: Sequence[Value]) -> bool:
    return sum(shape.is_number(v) for v in cells) >= 2


def _always_texts(held: dict[int, list[tuple[int, Value]]], columns: Iterable[int], least: float) -> set[int]:
    """The columns beside the amounts that nearly every record fills."""
    full = [{c for c, _ in cells} for cells in held.values() if len(cells) >= least]
    filled = Counter(c for cells in full for c in cells)
    return {c for c in columns if full and filled[c] >= _USUALLY * len(full)}


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
