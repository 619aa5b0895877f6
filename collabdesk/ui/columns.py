"""Columns of a table are data: title, value, how it is written, aligned and toned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from collabdesk.ui import texts

Row = Any  # a mapping (a row of a list) or a record; a column reads both by field name


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    `title` is marked with QT_TRANSLATE_NOOP("Columns", …). `value` is a field's name or a function of the row; what
    it gives is written by `show`, or the whole row by `show_row`. `kind` is `text`, `number` (right aligned,
    figures of one width), `status` (a pill) or `share` (a bar). `width` in pixels; 0 takes what is left.
    `sort` is the name by which the list sorts in SQL ("" = not sortable; default: the value's field name).
    `tone` gives a text's tone (`muted`, `bad`, …) by row. With `read` the cell can be typed into: it turns what was
    typed into a value, or raises ValueError with the sentence for the person. `unit` stands behind the heading.
    """

    title: object
    value: str | Callable[[Row], Any]
    show: Callable[[Any], str] = texts.text
    kind: str = "text"
    width: int = 140
    sort: str | None = None
    show_row: Callable[[Row], str] | None = None
    tone: Callable[[Row], str] | None = None
    tip: Callable[[Row], str] | None = None
    read: Callable[[str], Any] | None = None
    unit: str = ""
    is_money: bool = False

    @property
    def heading(self) -> str:
        heading = QCoreApplication.translate("Columns", str(self.title))
        return f"{heading} ({self.unit})" if self.unit else heading

    @property
    def sort_name(self) -> str:
        if self.sort is not None:
            return self.sort
        return self.value if isinstance(self.value, str) else ""

    def of(self, row: Row) -> Any:
        """The native value in this row."""
        if callable(self.value):
            return self.value(row)
        return row.get(self.value) if isinstance(row, Mapping) else getattr(row, self.value)

    def text(self, row: Row) -> str:
        """The value as people read it."""
        return self.show_row(row) if self.show_row else self.show(self.of(row))


def day(title: object, field: str, **more: Any) -> Column:
    """A date column."""
    return Column(title, field, show=texts.date_text, width=118, **more)


def status(title: object, field: str, **more: Any) -> Column:
    """A column of status pills."""
    return Column(title, field, show=texts.status_text, kind="status", width=124, **more)


def money(title: object, field: str, currency: str = "currency", **more: Any) -> Column:
    """An amount with the currency that its own row names."""

    def show(row: Row) -> str:
        code = row.get(currency) if isinstance(row, Mapping) else getattr(row, currency)
        amount = row.get(field) if isinstance(row, Mapping) else getattr(row, field)
        return texts.money_text(amount, code or "")

    return Column(title, field, show_row=show, kind="number", is_money=True, **{"width": 160, **more})


def in_one_currency(columns: Sequence[Column], currencies: Iterable[str | None]) -> list[Column]:
    """Where all rows are in one currency its code stands once, in the heading, and the amounts stand alone."""
    codes = {code for code in currencies if code}
    if len(codes) != 1:
        return list(columns)
    (code,) = codes
    return [
        replace(c, unit=code, show_row=None, show=texts.amount_text, width=126) if c.is_money else c for c in columns
    ]


def number(title: object, field: str, **more: Any) -> Column:
    """A whole number."""
    options: dict[str, Any] = {"show": texts.number_text, "kind": "number", "width": 96}
    return Column(title, field, **options | more)
