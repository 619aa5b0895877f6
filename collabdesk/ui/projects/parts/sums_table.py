"""A table over sums of one project that looks again when one of its nouns changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.ui.columns import Column, in_one_currency
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.widgets.framed import framed


class SumsTable(QWidget):
    """`read` gives the rows, each with a `currency`; `heard` names the nouns whose changes they depend on."""

    def __init__(
        self,
        desk: Desk,
        read: Callable[[], list[Any]],
        columns: Callable[[list[Any]], Sequence[Column]],
        heard: frozenset[str],
        placeholder: str,
    ) -> None:
        super().__init__()
        self._read, self._heard = read, heard
        rows = read()
        self._model = MemoryRows(in_one_currency(columns(rows), (row.currency for row in rows)), rows)
        self._model.setParent(self)
        self.table = TableView(self._model, desk.theme, placeholder=placeholder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(framed(self.table))
        desk.changed.connect(self._hear)

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if self._heard & change.nouns:
            self._model.show(self._read())
