"""Blocks of cells as spreadsheet programs put them on the clipboard: lines, tabs, quotes around line breaks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

Block = list[list[str]]


def block_of(text: str) -> Block:
    """The cells of a copied block; all rows are of one length. A quoted cell may hold tabs and line breaks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows = _quoted(text) or [line.split("\t") for line in text.split("\n")]
    width = max(1, *(len(row) for row in rows))
    return [row + [""] * (width - len(row)) for row in rows]


def _quoted(text: str) -> Block:
    """The cells with their quotes taken off; none where the quotes are inches or such, for they do not match."""
    if text.count('"') % 2:
        return []
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    except csv.Error:  # a cell larger than csv allows
        return []


def text_of(rows: Iterable[Sequence[str]]) -> str:
    """The block as spreadsheet programs read it."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue().removesuffix("\n")


def repeated(block: Block, rows: int, columns: int) -> Block:
    """The block as often as it fits into a larger choice of cells that is a whole multiple of it."""
    high, wide = len(block), len(block[0])
    down = rows // high if rows % high == 0 else 1
    across = columns // wide if columns % wide == 0 else 1
    return [row * max(1, across) for row in block] * max(1, down)
