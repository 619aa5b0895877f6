"""The editor of one cell: a line that says while one types what it understands, with a list where one can choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from collabdesk.ui.design import icons
from collabdesk.ui.widgets.answer import Answer, Understood

_SHOWN_OFFERS = 12


class CellEditor(QLineEdit):
    """`understood` is asked at every key; its answer stands below the cell."""

    def __init__(self, parent: QWidget, name: str, understood: Understood, offers: Sequence[str]) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.answer = Answer(self, parent, understood)
        self.is_replacing = False  # begun by typing: then arrows move on, as in a spreadsheet
        if offers:
            self._offer(offers)

    def _offer(self, offers: Sequence[str]) -> None:
        completer = QCompleter(list(offers), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_SHOWN_OFFERS)
        self.setCompleter(completer)
        completer.activated.connect(self.answer.give)
        popup = completer.popup()
        assert popup is not None
        popup.setProperty("offers", True)
        unfold = self.addAction(icons.icon("chevron-down", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        unfold.setToolTip(self.tr("Show what can be chosen (Alt+Down)"))
        unfold.triggered.connect(self.unfold)

    def unfold(self) -> None:
        """Show all that can be chosen."""
        completer = self.completer()
        if completer is not None:
            completer.setCompletionPrefix("")
            completer.complete()

    @property
    def is_choosing(self) -> bool:
        """Is the list open with a line of it chosen?"""
        completer = self.completer()
        popup = completer.popup() if completer is not None else None
        return popup is not None and popup.isVisible() and popup.currentIndex().isValid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.unfold()
        else:
            super().keyPressEvent(event)
