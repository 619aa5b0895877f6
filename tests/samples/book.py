"""A workbook written cell by cell, the same bytes each time, with the looks that funders give theirs."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

MADE_ON = datetime(2026, 6, 30, 9, 0)
Cell = str | int | float | Decimal | date | None


def euro(amount: Decimal) -> str:
    """An amount as a European partner types it into a text cell: `1.234.567,89 €`."""
    return f"{amount:,.2f} €".translate(str.maketrans(",.", ".,"))


def dollars(amount: Decimal) -> str:
    """An amount as an American form prints it: `$99,836.00`, negative in brackets."""
    return f"${amount:,.2f}" if amount >= 0 else f"(${-amount:,.2f})"


def german(day: date | None) -> str:
    """A day as text, day first: `31.03.2025`."""
    return day.strftime("%d.%m.%Y") if day else ""


def american(day: date | None) -> str:
    """A day as text, month first: `03/31/2025`."""
    return day.strftime("%m/%d/%Y") if day else ""


def month_end(start: date, month: int) -> date:
    """The last day of project month `month`."""
    years, zero_month = divmod(start.year * 12 + start.month - 1 + month - 1, 12)
    return date(years, zero_month + 1, calendar.monthrange(years, zero_month + 1)[1])


class Book:
    """One workbook being written; `close` puts it on disk."""

    def __init__(self, path: Path, title: str, author: str) -> None:
        self.book = xlsxwriter.Workbook(
            path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        )
        self.book.set_properties({"title": title, "author": author, "created": MADE_ON})
        self.looks = {
            "title": self.book.add_format({"bold": True, "font_size": 14}),
            "note": self.book.add_format({"italic": True, "font_color": "#555555"}),
            "head": self.book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True}),
            "strong": self.book.add_format({"bold": True, "bg_color": "#F2F2F2"}),
            "strong money": self.book.add_format({"bold": True, "bg_color": "#F2F2F2", "num_format": "#,##0.00"}),
            "money": self.book.add_format({"num_format": "#,##0.00"}),
            "date": self.book.add_format({"num_format": "dd/mm/yyyy"}),
            "wrap": self.book.add_format({"text_wrap": True, "valign": "top"}),
        }

    def sheet(self, name: str, widths: Sequence[int] = ()) -> Sheet:
        worksheet = self.book.add_worksheet(name)
        for column, width in enumerate(widths):
            worksheet.set_column(column, column, width)
        return Sheet(self, worksheet)

    def close(self) -> None:
        self.book.close()


class Sheet:
    """One sheet being written from the top down; `row` is the next row, counted from 0."""

    def __init__(self, book: Book, worksheet: Worksheet) -> None:
        self.looks, self.worksheet, self.row = book.looks, worksheet, 0

    def title(self, text: str, across: int, *notes: str) -> None:
        """A merged title over the table, with notes below it and a blank row."""
        self.worksheet.merge_range(self.row, 0, self.row, across - 1, text, self.looks["title"])
        for number, note in enumerate(notes, 1):
            self.worksheet.write_string(self.row + number, 0, note, self.looks["note"])
        self.row += len(notes) + 2

    def heads(self, *texts: str) -> None:
        for column, text in enumerate(texts):
            self.worksheet.write_string(self.row, column, text, self.looks["head"])
        self.row += 1

    def two_line_heads(self, groups: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Groups merged over their columns; a group without columns of its own is merged down both lines."""
        column = 0
        for text, below in groups:
            if not below:
                self.worksheet.merge_range(self.row, column, self.row + 1, column, text, self.looks["head"])
                column += 1
                continue
            self.worksheet.merge_range(self.row, column, self.row, column + len(below) - 1, text, self.looks["head"])
            for word in below:
                self.worksheet.write_string(self.row + 1, column, word, self.looks["head"])
                column += 1
        self.row += 2

    def line(self, *cells: Cell, strong: bool = False) -> None:
        """One row; amounts are written as numbers, texts as texts, whatever they look like."""
        for column, cell in enumerate(cells):
            if isinstance(cell, Decimal | float):
                look = self.looks["strong money" if strong else "money"]
                self.worksheet.write_number(self.row, column, float(cell), look)
            elif isinstance(cell, int):
                self.worksheet.write_number(self.row, column, cell)
            elif isinstance(cell, date):
                self.worksheet.write_datetime(
                    self.row, column, datetime(cell.year, cell.month, cell.day), self.looks["date"]
                )
            elif cell:
                self.worksheet.write_string(self.row, column, cell, self.looks["strong"] if strong else None)
        self.row += 1

    def section(self, text: str) -> None:
        """A heading inside the table, alone in its row."""
        self.line(text, strong=True)

    def gap(self) -> None:
        self.row += 1
