"""Texts and identifiers: verbatim, numbers as the spreadsheet shows them, leading zeros kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import cast

from collabdesk.domain.problems import Severity
from collabdesk.intake.fields.column import NULL_TEXTS, Asked, ColumnRead, Issue, shown, types_of
from collabdesk.intake.grid import CellError, Value

_MANY = 300
_POWER = re.compile(r"^\d(?:[.,]\d+)?E\+\d{1,3}$")
_EXACT = 10**15


class _Once(dict[Value, str]):
    """Cleans each different value once: columns of real files repeat themselves."""

    def __init__(self, clean: Callable[[Value], str]) -> None:
        super().__init__()
        self._clean = clean

    def __missing__(self, value: Value) -> str:
        cleaned = self[value] = self._clean(value)
        return cleaned


def read_texts(values: Sequence[Value], asked: Asked) -> ColumnRead:
    """Every cell as text, "" where there is none."""
    return _read(values, _text, asked, types_of(values))


def read_identifiers(values: Sequence[Value], asked: Asked) -> ColumnRead:
    """Every cell verbatim: 43215.0 is "43215", "00185" stays, "N/A" stays for it is what the form asks for."""
    types = types_of(values)
    read = _read(values, _identifier, asked, types)
    if not {float, datetime, date}.isdisjoint(types):
        read.issues.extend(_spoilt(values, types))
    if str in types:
        read.issues.extend(_written_as_power(values))
    return read


def _written_as_power(values: Sequence[Value]) -> list[Issue]:
    """`1.23E+11` in a text file: a spreadsheet program has cut the identifier when it saved the file."""
    cut = {v for v in set(values) if isinstance(v, str) and "E+" in v and _POWER.match(v)}
    text = "a spreadsheet program has cut this identifier to a power of ten; take it from the source"
    return (
        [Issue(i, "identifier-cut", f"{v}: {text}", Severity.WARNING) for i, v in enumerate(values) if v in cut]
        if cut
        else []
    )


def _read(values: Sequence[Value], clean: Callable[[Value], str], asked: Asked, types: set[type]) -> ColumnRead:
    kept: list[str | int | None]
    if types == {str} and _are_clean(values):
        return ColumnRead(list(values))  # type: ignore[arg-type]
    # 1, 1.0 and True are one key of a dictionary: a column that mixes them is cleaned cell by cell.
    if len(types & {int, float, bool}) > 1:
        kept = [clean(v) for v in values]
    else:
        kept = list(map(_Once(clean).__getitem__, values))
    if asked.field == "participation.role" and bool in types:
        kept = ["coordinator" if v is True else "" if v is False else k for v, k in zip(values, kept, strict=True)]
    read = ColumnRead(kept, blank=kept.count(""))
    if CellError in types:
        read.issues.extend(
            Issue(i, "error-value", f"{v.text} is an error value of the spreadsheet, left blank", Severity.WARNING)
            for i, v in enumerate(values)
            if isinstance(v, CellError)
        )
    return read


def _are_clean(values: Sequence[Value]) -> bool:
    """Whether a long column of many different texts needs no cleaning, asked of whole columns at once.

    Columns that repeat themselves are quicker read once for each different text.
    """
    if len(values) < _MANY or len(set(values[:_MANY])) < _MANY // 3 or None in values:
        return False
    written = cast(Sequence[str], values)
    if min(map(len, written)) < 3 or list(map(str.strip, written)) != list(written):
        return False
    joined = "\0".join(written)
    if "\r" in joined or "_x000D_" in joined:
        return False
    folded = f"\0{joined.casefold()}\0"
    return not any(f"\0{text}\0" in folded for text in NULL_TEXTS)


def _text(value: Value) -> str:
    if isinstance(value, str):
        text = _clean(value)
        if not text or text.casefold() in NULL_TEXTS:
            return ""
        return text if len(text) > 2 or any(c.isalnum() for c in text) else ""
    return "" if isinstance(value, CellError) else shown(value)


def _identifier(value: Value) -> str:
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, float) and abs(value) >= _EXACT and value.is_integer():
        return _fifteen(value)
    return "" if isinstance(value, CellError) else shown(value)


def _fifteen(value: float) -> str:
    """A long whole number as the spreadsheet shows it: fifteen digits, noughts after them."""
    return f"{Decimal(f'{value:.15g}'):.0f}"


def _clean(text: str) -> str:
    # Excel writes a carriage return inside a cell as _x000D_.
    if "_x" in text:
        text = text.replace("_x000D_", "")
    return text.replace("\r\n", "\n").replace("\r", "\n").strip() if "\r" in text else text.strip()


def _spoilt(values: Sequence[Value], types: set[type]) -> list[Issue]:
    """Identifiers that the spreadsheet has turned into something else."""
    issues: list[Issue] = []
    numbers = [v for v in values if isinstance(v, float)] if types == {float} else []
    if numbers and all(map(float.is_integer, numbers)) and max(numbers) < _EXACT:
        return issues
    for i, value in enumerate(values):
        if type(value) is float and not value.is_integer():
            text = f"{shown(value)} is a number here; as an identifier it may have lost zeros at its end"
            issues.append(Issue(i, "identifier-is-number", text, Severity.NOTE))
        elif type(value) is float and abs(value) >= _EXACT:
            text = (
                f"{_fifteen(value)} has more digits than the spreadsheet keeps; the last ones may have become noughts"
            )
            issues.append(Issue(i, "identifier-cut", text, Severity.WARNING))
        elif isinstance(value, date):
            text = f"{shown(value)} is a date here; the spreadsheet may have turned an identifier into it"
            issues.append(Issue(i, "identifier-is-date", text, Severity.WARNING))
    return issues
