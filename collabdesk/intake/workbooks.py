"""Writes workbooks with typed cells, lists to choose from and a look; the same sheets give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from collabdesk.intake.writer import sheet_name

_TEXTS_STAY_TEXTS = {
    "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": True,
    "in_memory": True,
}  # fmt: skip
_LONGEST_TEXT = 32_767
_MOST_ROWS = 1_048_575
_DIGITS = 15  # a spreadsheet program keeps no more
_WIDEST, _NARROWEST = 60, 8  # characters
_WRAPS_AT = 48
_MEASURED_ROWS = 200
_DAY = "yyyy-mm-dd"


@dataclass(frozen=True, slots=True)
class Shown:
    """A number and the pattern that a spreadsheet program shows it by."""

    value: Decimal
    pattern: str = "General"


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet. `choices` are the values to choose from by column; `open_columns` are those to be filled in."""

    name: str
    headers: Sequence[str]
    rows: Sequence[Sequence[Any]]
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    open_columns: frozenset[int] = frozenset()


def workbook(pages: Sequence[Page], made_on: date, title: str = "") -> bytes:
    """The workbook; texts stay texts whatever they begin with, a number longer than fifteen digits is a text too."""
    import xlsxwriter

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, _TEXTS_STAY_TEXTS)
    # The library would write the hour of writing into the file.
    book.set_properties({"title": title, "created": datetime(made_on.year, made_on.month, made_on.day)})  # noqa: DTZ001
    formats = _Formats(book)
    used: set[str] = set()
    for page in pages:
        _write_page(book.add_worksheet(sheet_name(page.name, used)), page, formats)
    book.close()
    return content.getvalue()


class _Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book, self._known = book, dict[tuple[str, bool], Any]()
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})

    def of(self, pattern: str, is_open: bool = False) -> Any:
        key = (pattern, is_open)
        if key not in self._known:
            look: dict[str, Any] = {"valign": "top"}
            look |= {"text_wrap": True} if pattern == "@wrap" else {"num_format": pattern} if pattern else {}
            look |= {"bg_color": "#FFF8DC", "border": 1, "border_color": "#C8C8C8"} if is_open else {}
            self._known[key] = self._book.add_format(look)
        return self._known[key]


def _write_page(sheet: Any, page: Page, formats: _Formats) -> None:
    for column, header in enumerate(page.headers):
        sheet.write_string(0, column, header[:_LONGEST_TEXT], formats.head)
        width = _width(page, column)
        sheet.set_column(column, column, width)
    for at, row in enumerate(page.rows[:_MOST_ROWS], 1):
        for column, value in enumerate(row):
            _write(sheet, at, column, value, formats, column in page.open_columns)
    for column, values in page.choices.items():
        if page.rows:
            sheet.data_validation(1, column, len(page.rows), column, {"validate": "list", "source": list(values)})
    sheet.freeze_panes(1, 0)
    if page.headers and page.rows:
        sheet.autofilter(0, 0, min(len(page.rows), _MOST_ROWS), len(page.headers) - 1)


def _width(page: Page, column: int) -> int:
    texts = [
        page.headers[column],
        *(str(_plain(row[column])) for row in page.rows[:_MEASURED_ROWS] if column < len(row)),
    ]
    return max(_NARROWEST, min(_WIDEST, max(len(line) for text in texts for line in (text or " ").split("\n")) + 2))


def _plain(value: Any) -> Any:
    return (
        f"{value.value:,f} {value.pattern.partition(' ')[2]}"
        if isinstance(value, Shown)
        else ""
        if value is None
        else value
    )


def _write(sheet: Any, row: int, column: int, value: Any, formats: _Formats, is_open: bool) -> None:
    if value is None or value == "":
        if is_open:
            sheet.write_blank(row, column, None, formats.of("@wrap", is_open=True))
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, formats.of("", is_open))
    elif isinstance(value, Shown | Decimal | int):
        shown = value if isinstance(value, Shown) else Shown(Decimal(value))
        if len(shown.value.normalize().as_tuple().digits) <= _DIGITS:
            sheet.write_number(row, column, shown.value, formats.of(shown.pattern, is_open))
        else:
            sheet.write_string(row, column, f"{shown.value:f}", formats.of("", is_open))
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), formats.of(_DAY, is_open))  # noqa: DTZ001
    else:
        text = str(value)[:_LONGEST_TEXT]
        is_long = is_open or len(text) > _WRAPS_AT or "\n" in text
        sheet.write_string(row, column, text, formats.of("@wrap" if is_long else "", is_open))
