"""Small questions about cells and rows that all layouts ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from collabdesk.intake.grid import CellError, Grid, Value

_NUMBERLIKE = re.compile(r"^[-+(]?\s*[€£$]?\s*\d[\d\s.,'’%/:\u00a0\u202f-]*[€£$)]?(?:\s?[A-Z]{3})?$")
_CODELIKE = re.compile(r"^[\d.\-/]+[a-z]?$", re.IGNORECASE)
_FORMAT = re.compile(
    r"^\(?\s*(?:[€£$%]|[€£$]?(?:m|k|mn|bn|000s?)|eur|gbp|usd|y/n|yes/no|x+[.\-x#]*|y{2,4}[-./][y#md,./ etc-]*"
    r"|[dmy]{1,4}([./-][dmy]{1,4}){1,2}"
    r"|#+|text|number|date|string|integer|decimal|currency|n/?a|tbd|max\.?\s*\d+.*|\d+\s*characters.*)\s*\)?$",
    re.IGNORECASE,
)


def as_text(value: Value) -> str:
    """The cell's text when it is a text that is no number, else ""."""
    if isinstance(value, str):
        text = value.strip()
        if text and not _NUMBERLIKE.match(text):
            return text
    return ""


def is_number(value: Value) -> bool:
    """Is the cell an amount, stored as a number or written as one?"""
    if isinstance(value, bool) or value is None or isinstance(value, CellError):
        return False
    return isinstance(value, (int, float)) or (isinstance(value, str) and bool(_NUMBERLIKE.match(value.strip())))


def is_slot(value: Value) -> bool:
    """Is the cell only a printed number such as 7, 6.01.17 or 3.a?"""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return True
    return isinstance(value, str) and bool(_CODELIKE.match(value.strip())) and len(value.strip()) < 12


def is_format(texts: Iterable[str]) -> bool:
    """Is it a row of units or formats: ($), Y/N, XX.XXX, dd/mm/yyyy?"""
    known = [bool(_FORMAT.match(t.strip())) for t in texts]
    return bool(known) and sum(known) >= 0.8 * len(known)


def is_letters(texts: Sequence[str]) -> bool:
    """Is it a row of column letters (a, b, c …) or of numbers in brackets?"""
    short = [t.strip().strip("().") for t in texts]
    if len(short) < 2:
        return False
    single = sum((len(t) == 1 and t.isalpha()) or (t.isdigit() and len(t) < 3) for t in short)
    return single >= 0.8 * len(short)


def cells(grid: Grid, row: int) -> list[tuple[int, Value]]:
    """The filled cells of a row as (column, value)."""
    return [(c, v) for c, v in enumerate(grid.rows[row - 1], 1) if v is not None] if 1 <= row <= len(grid.rows) else []


def texts(grid: Grid, row: int) -> list[tuple[int, str]]:
    """The text cells of a row as (column, text)."""
    return [(c, t) for c, v in cells(grid, row) if (t := as_text(v))]
