"""A table of rows that are read in the worker: its columns are those in which something stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.ui.columns import Column, in_one_currency
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.projects.parts.looking import reading
from collabdesk.ui.table import TableView
from collabdesk.ui.widgets.framed import framed
from collabdesk.ui.widgets.notice import NoticeBar

_ALWAYS = ("partner", "country", "currency", "year", "member")


def used(columns: Sequence[Column], rows: Sequence[Any]) -> list[Column]:
    """The columns in which something stands; where all rows are in one currency it goes to the headings."""
    shown = [c for c in columns if c.value in _ALWAYS or any(c.of(row) is not None for row in rows)]
    return in_one_currency(shown, (row.currency for row in rows))


class ReadTable(QWidget):
    """A table of rows that are read elsewhere; its columns follow what stands in them."""

    def __init__(self, desk: Desk, columns: Sequence[Column], placeholder: str) -> None:
        super().__init__()
        self._desk, self._columns, self._placeholder = desk, columns, placeholder
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_M)
        self.notice = NoticeBar(is_closable=False)
        self._column.addWidget(self.notice)
        self._frame: QWidget | None = None
        self.rows = MemoryRows(())
        self._headings: list[str] = []
        self._show(())

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show what was read; that there is nothing is said only now."""
        self._show(rows)
        self.table.set_placeholder(self._placeholder)

    def _show(self, rows: Sequence[Any]) -> None:
        """Show these rows; the same table where its columns stay, so that the chosen row and the order stay too."""
        columns = used(self._columns, rows)
        headings = [c.heading for c in columns]
        if self._frame is not None and headings == self._headings:
            self.rows.show(rows)
            return
        if self._frame is not None:
            self._frame.hide()
            self._frame.deleteLater()
        self._headings = headings
        self.rows = MemoryRows(columns, rows)
        self.table = TableView(self.rows, self._desk.theme, placeholder=reading())
        self.rows.setParent(self.table)
        self._frame = framed(self.table)
        self._column.addWidget(self._frame, 1)

    def say(self, problems: Sequence[str]) -> None:
        """What is to be put right, above the table."""
        if problems:
            self.notice.say("\n".join(problems), "warn")
        else:
            self.notice.hide()
