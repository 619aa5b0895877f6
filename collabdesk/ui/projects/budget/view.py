"""A view of a budget that is read in the worker: its table, one for each currency, and what is to be said below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.ui.columns import Column, Row
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.widgets import SegmentBar, clear, label, row
from collabdesk.ui.widgets.framed import framed

HEARD = frozenset({"budget", "budget_version", "cost", "partner", "project", "amendment", "reporting_period",
                   "exchange_rate", "rule_override"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """One table: `key` is its currency. The last row is its total where `has_total`."""

    key: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    notes: Sequence[str] = ()


class BudgetView(QWidget):
    """A subclass fills `tools` above the table and `foot` below it, and gives `reader()`, called in the worker, and
    `shown(found)`, called in the window.
    """

    placeholder = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_stale = True
        self._asked = 0
        self._key = ""
        self._tables: dict[str, Shown] = {}
        self.tools = row()
        self._currencies = row()
        self._body = QVBoxLayout()
        self._detail = label("", wrap=True)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._detail.hide()
        self.foot, self._notes = QVBoxLayout(), QVBoxLayout()
        self.table: TableView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addLayout(row(self.tools, None, self._currencies))
        column.addLayout(self._body, 1)
        column.addWidget(self._detail)
        column.addLayout(self.foot)
        column.addLayout(self._notes)
        desk.changed.connect(self._hear)

    def reader(self) -> Callable[[], Any]:
        """What reads; it is called in the worker and must hold all it needs."""
        raise NotImplementedError

    def shown(self, found: Any) -> Sequence[Shown]:
        """The tables of what was read."""
        raise NotImplementedError

    def detail(self, _row: Row) -> str:
        """What is to be read of the chosen row below the table; "" where the table says it all."""
        return ""

    def look(self) -> None:
        """Read again: at once where it can be seen, else when it is shown next."""
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        self._asked += 1
        asked, read = self._asked, self.reader()
        self._desk.tasks.run(
            self.tr("Read the budget"),
            lambda *_: read(),
            owner=self,
            done=lambda found: self._show(found) if asked == self._asked else None,
            is_quiet=True,
        )

    def _show(self, found: Any) -> None:
        self._tables = {table.key: table for table in self.shown(found)}
        clear(self._currencies)
        if len(self._tables) > 1:
            bar = SegmentBar([(key, key) for key in self._tables])
            if self._key in self._tables:
                bar.choose(self._key)
            bar.chosen.connect(self._show_table)
            self._currencies.addWidget(bar)
        self._show_table(self._key if self._key in self._tables else next(iter(self._tables), ""))

    def _show_table(self, key: str) -> None:
        self._key = key
        one = self._tables.get(key)
        clear(self._body)
        clear(self._notes)
        model = MemoryRows(one.columns if one else (), one.rows if one else ())
        self.table = TableView(model, self._desk.theme, placeholder=self.placeholder)
        model.setParent(self.table)
        self._body.addWidget(framed(self.table))
        self.table.chosen.connect(self._tell)
        self._tell(None)
        for note in one.notes if one else ():
            self._notes.addWidget(label(note, "secondary", wrap=True))

    def _tell(self, current: Row | None) -> None:
        text = self.detail(current) if current is not None else ""
        self._detail.setText(text)
        self._detail.setVisible(bool(text))

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if HEARD & change.nouns:
            self.look()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.look()
