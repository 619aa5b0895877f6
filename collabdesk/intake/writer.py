"""Writes tables that no spreadsheet program takes for anything but the texts and numbers they are."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from collabdesk.whole_files import write_whole

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_TEXT = 32_767
_WIDEST = 480  # pixels
_SHEET_FORBIDS = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))
# Without these a text that starts with = becomes a live formula, and one like a number loses its zeros.
_TEXTS_STAY_TEXTS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
    "in_memory": True,
}

Table = tuple[str, Sequence[str], Iterable[Sequence[Any]]]
"""Sheet name, headers, rows."""


def write_xlsx(path: Path, tables: Iterable[Table], *, fits: bool = False) -> None:
    """Write one sheet for each table; the file appears whole or not at all. The same tables give the same sheets.

    With `fits` columns are as wide as their texts, which takes its time with many rows.
    """
    import xlsxwriter

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, _TEXTS_STAY_TEXTS)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    used: set[str] = set()
    for name, headers, rows in tables:
        sheet = book.add_worksheet(sheet_name(name, used))
        for column, header in enumerate(headers):
            sheet.write_string(0, column, header[:_LONGEST_TEXT], bold)
        for at, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                _write(sheet, at, column, value)
        sheet.freeze_panes(1, 0)
        if fits:
            sheet.autofit(_WIDEST)
    book.close()
    write_whole(path, content.getvalue())


def write_csv(path: Path, headers: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write UTF-8 with a mark that spreadsheet programs know it by; texts that look like formulas get a leading '."""
    write_whole(path, csv_bytes(headers, rows))


def csv_bytes(headers: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """What `write_csv` writes; the same rows give the same bytes."""
    content = io.StringIO(newline="")
    writer = csv.writer(content)
    writer.writerow([safe_text(h) for h in headers])
    writer.writerows([safe_text(v) for v in row] for row in rows)
    return content.getvalue().encode("utf-8-sig")


def safe_text(value: Any) -> Any:
    """A value for csv: texts, never numbers, that start like a formula get a leading '."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else value


def _write(sheet: Any, row: int, column: int, value: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int) and abs(value) < 2**53:
        sheet.write_number(row, column, value)
    elif isinstance(value, Decimal):
        # A spreadsheet keeps 15 digits: a longer number is written as the text it is.
        if len(value.normalize().as_tuple().digits) <= 15:
            sheet.write_number(row, column, value)
        else:
            sheet.write_string(row, column, f"{value:f}")
    elif isinstance(value, float):
        sheet.write_number(row, column, value)
    elif isinstance(value, date):
        sheet.write_string(row, column, value.isoformat())
    else:
        sheet.write_string(row, column, str(value)[:_LONGEST_TEXT])


def sheet_name(name: str, used: set[str]) -> str:
    """The name as a spreadsheet program allows it, unlike all those in `used`, which it joins."""
    base = (name.translate(_SHEET_FORBIDS).strip("'") or "Sheet")[:31]
    unique, number = base, 2
    while unique.casefold() in used:
        unique = f"{base[:27]} {number}"
        number += 1
    used.add(unique.casefold())
    return unique
