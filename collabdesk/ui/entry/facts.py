"""Facts of one record typed over in place, each read as a cell of its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from collabdesk.ui.columns import Row
from collabdesk.ui.entry.here import Here
from collabdesk.ui.entry.kinds import CellKind
from collabdesk.ui.texts import DASH
from collabdesk.ui.widgets import QuietField
from collabdesk.ui.widgets.answer import Answer
from collabdesk.ui.widgets.labels import restyle


class FactLine(QuietField):
    """`read` carries the fields that were typed. What is no value stays, marked, with the reason in its tool tip."""

    read = Signal(dict)

    def __init__(self, name: str, cell: CellKind, row: Row, here: Here, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._cell, self._row, self._here = cell, row, here
        self._answer = Answer(self, None, self._understood)
        self.kept.connect(self._read)
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """What the record holds now."""
        self._row = row
        shown = self._cell.show(row, self._here)
        self.show_text("" if shown == DASH else shown)
        self._answer.withdraw()
        self.setToolTip("")

    def show_wrong(self, reason: str) -> None:
        """Why what was typed is not kept."""
        restyle(self, "state", "error")
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def _read(self, text: str) -> None:
        try:
            fields: Mapping[str, Any] = self._cell.read(text, self._row, self._here)
        except ValueError as error:
            self.show_wrong(str(error))
            return
        self.setToolTip("")
        self.read.emit(dict(fields))

    def _understood(self, text: str) -> tuple[str, bool]:
        try:
            said = self._cell.understood(self._cell.read(text, self._row, self._here), self._row)
        except ValueError as error:
            return str(error), False
        words = QCoreApplication.translate("Amounts", "understood: {value}")
        return (words.format(value=said), True) if said else ("", True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self._answer.withdraw()
            self.setToolTip("")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.completer() is None and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._offer([offer.text for offer in self._cell.offers(self._here)])

    def _offer(self, offers: Sequence[str]) -> None:
        """What can be chosen is read when somebody comes to choose."""
        if not offers:
            return
        completer = QCompleter(list(offers), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = completer.popup()
        assert popup is not None
        popup.setProperty("offers", True)
        self.setCompleter(completer)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._answer.hide()
