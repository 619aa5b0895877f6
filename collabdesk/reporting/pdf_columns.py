"""How wide each column of a table is: short texts keep one line, long ones share the room that is left."""

from __future__ import annotations

from collections.abc import Sequence

from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.content import Cite, Column, Strong, Text

GAP = 10.0
_SIZE, _CODE, _HEAD = 8.2, 6.0, 7.3
_SAMPLE = 400
_SHORT, _WORD = 110.0, 150.0


def sampled(columns: Sequence[Column], rows: Sequence[tuple[str, ...]], room: float, size: float) -> list[float]:
    """As `fitted`, for many lines of plain text in another size, judged by a few hundred of them spread evenly."""
    some = rows[:: max(1, len(rows) // _SAMPLE)]
    scale = size / _SIZE
    return [w * scale for w in fitted(columns, [[(text,) for text in row] for row in some], room / scale)]


def fitted(columns: Sequence[Column], rows: Sequence[Sequence[Text]], room: float) -> list[float]:
    """The widths, gaps included, that fill `room`.

    A column whose texts are short gets what they need on one line; the others share the rest by their weight, yet
    none less than its longest word. Where even that is too wide, codes go below their values, and each gets of what is
    left by what it lacks; after that all go by weight and words are broken.
    """
    gaps = [GAP] * (len(columns) - 1) + [0.0]
    needs = [_needed(c, [row[i] for row in rows]) + g for i, (c, g) in enumerate(zip(columns, gaps, strict=True))]
    weights = [c.width for c in columns]
    if sum(needs) <= room:
        return [n + (room - sum(needs)) * w / sum(weights) for n, w in zip(needs, weights, strict=True)]
    least = [
        n if n <= _SHORT + g else min(unbroken([row[i] for row in rows], c), _WORD) + g
        for i, (n, g, c) in enumerate(zip(needs, gaps, columns, strict=True))
    ]
    if sum(least) > room:
        # Codes go below their values before any word is broken.
        least = [unbroken([row[i] for row in rows], c) + g for i, (c, g) in enumerate(zip(columns, gaps, strict=True))]
        if sum(least) > room:
            return [w * room / sum(weights) for w in weights]
        lacking = [max(n - w, 0.0) for n, w in zip(needs, least, strict=True)]
        spare = (room - sum(least)) / (sum(lacking) or 1.0)
        return [w + lack * spare for w, lack in zip(least, lacking, strict=True)]
    return _shared(least, [0.0 if n <= _SHORT + g else w for n, g, w in zip(needs, gaps, weights, strict=True)], room)


def _shared(least: list[float], weights: list[float], room: float) -> list[float]:
    """`room` split by weight, where a column whose share is below its least takes the least instead."""
    if not any(weights):
        spare = (room - sum(least)) / len(least)
        return [n + spare for n in least]
    fixed = [w == 0 for w in weights]
    while True:
        left = room - sum(n for n, f in zip(least, fixed, strict=True) if f)
        whole = sum(w for w, f in zip(weights, fixed, strict=True) if not f) or 1.0
        below = [not f and left * w / whole < n for n, w, f in zip(least, weights, fixed, strict=True)]
        if not any(below):
            return [n if f else left * w / whole for n, w, f in zip(least, weights, fixed, strict=True)]
        fixed = [f or b for f, b in zip(fixed, below, strict=True)]


def _needed(column: Column, cells: Sequence[Text]) -> float:
    head = max((fonts.width(word, fonts.SEMIBOLD, _SIZE) for word in column.title.split(" ")), default=0.0)
    return max([head, *(unfolded(cell) for cell in cells)]) + 1.5


def unbroken(cells: Sequence[Text], column: Column) -> float:
    """The width of what is never broken: the longest word or code of the cells or the title."""
    words = {w for cell in cells for span in cell if not isinstance(span, Cite) for w in _said(span)[:400].split(" ")}
    codes = {span.code for cell in cells for span in cell if isinstance(span, Cite)}
    widest = [
        *(fonts.width(w, fonts.SEMIBOLD if column.is_number else fonts.REGULAR, _SIZE) for w in words),
        *(fonts.width(code, fonts.MEDIUM, _CODE) for code in codes),
        *(fonts.width(w, fonts.SEMIBOLD, _HEAD) for w in column.title.split(" ")),
    ]
    return max(widest, default=0.0) + 1.5


def _said(span: str | Strong) -> str:
    return span.text if isinstance(span, Strong) else span


def unfolded(cell: Text) -> float:
    """The width of a cell on one line, with its codes."""
    total = 0.0
    for span in cell:
        if isinstance(span, Cite):
            total += fonts.width(f" {span.code}", fonts.MEDIUM, _CODE)
        elif isinstance(span, Strong):
            total += fonts.width(span.text[:200], fonts.SEMIBOLD, _SIZE)
        else:
            total += fonts.width(span[:200], fonts.REGULAR, _SIZE)
    return total
