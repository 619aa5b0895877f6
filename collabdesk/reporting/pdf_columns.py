"""How wide each column of a table is: short texts keep one line, long ones share the room that is left."""

from __future__ import annotations

from collections.abc import Sequence

from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.content import Cite, Column, Strong, Text

GAP = 10.0
_SIZE, _HEAD, _CODE = 8.2, 7.3, 6.0
_SHORT = 96.0


def fitted(columns: Sequence[Column], rows: Sequence[Sequence[Text]], room: float) -> list[float]:
    """The widths, gaps included, that fill `room`.

    A column whose texts are short gets what they need on one line; the others share the rest by their weight.
    Where even that is too wide, every column shrinks alike and words are broken.
    """
    needs = [_needed(c, [row[i] for row in rows]) for i, c in enumerate(columns)]
    gaps = [GAP] * (len(columns) - 1) + [0.0]
    short = [n <= _SHORT for n in needs]
    if all(short) or sum(needs) + sum(gaps) <= room:
        spare = room - sum(needs) - sum(gaps)
        weight = sum(c.width for c in columns)
        return [max(n + g + spare * c.width / weight, 12.0) for n, g, c in zip(needs, gaps, columns, strict=True)]
    taken = sum(n + g for n, g, s in zip(needs, gaps, short, strict=True) if s)
    weight = sum(c.width for c, s in zip(columns, short, strict=True) if not s)
    left = room - taken
    if left < 60.0 * short.count(False):
        scale = room / sum(c.width for c in columns)
        return [c.width * scale for c in columns]
    return [n + g if s else left * c.width / weight for n, g, s, c in zip(needs, gaps, short, columns, strict=True)]


def _needed(column: Column, cells: Sequence[Text]) -> float:
    head = max((fonts.width(word, fonts.SEMIBOLD, _HEAD) for word in column.title.split(" ")), default=0.0)
    return max([head, *(_wide(cell) for cell in cells)]) + 1.5


def _wide(cell: Text) -> float:
    total = 0.0
    for span in cell:
        if isinstance(span, Cite):
            total += fonts.width(f" {span.code}", fonts.MEDIUM, _CODE)
        elif isinstance(span, Strong):
            total += fonts.width(span.text[:200], fonts.SEMIBOLD, _SIZE)
        else:
            total += fonts.width(span[:200], fonts.REGULAR, _SIZE)
    return total
