"""The editor of one cell: a line that says while one types what it understands, with a list where one can choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget

from collabdesk.ui.design import icons
from collabdesk.ui.widgets.labels import restyle

Understood = Callable[[str], tuple[str, bool]]
"""What a text is understood as, and whether it is right."""
_SHOWN_OFFERS = 12


class CellEditor(QLineEdit):
    """`understood` is asked at every key; its answer stands below the cell and is read to those who cannot see it."""

    def __init__(self, parent: QWidget, name: str, understood: Understood, offers: Sequence[str]) -> None:
        super().__init__(parent)
        self._understood, self._ground = understood, parent
        self.setAccessibleName(name)
        self.answer = QLabel(parent)
        self.answer.setProperty("answer", True)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.answer.hide()
        self.textEdited.connect(self.answer_now)
        self.destroyed.connect(self.answer.deleteLater)
        self.is_replacing = False  # begun by typing: then arrows move on, as in a spreadsheet
        if offers:
            self._offer(offers)

    def _offer(self, offers: Sequence[str]) -> None:
        completer = QCompleter(list(offers), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_SHOWN_OFFERS)
        self.setCompleter(completer)
        completer.activated.connect(self.answer_now)
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

    def answer_now(self, _text: str = "") -> None:
        """Say below the cell what is understood."""
        said, is_right = self._understood(self.text())
        self.setAccessibleDescription(said)
        restyle(self, "state", "" if is_right else "error")
        if not said:
            self.answer.hide()
            return
        self.answer.setText(said)
        restyle(self.answer, "tone", "" if is_right else "bad")
        self.answer.adjustSize()
        self._place_answer()
        self.answer.show()
        self.answer.raise_()

    def _place_answer(self) -> None:
        ground = self._ground
        at = self.geometry().bottomLeft() + QPoint(0, 2)
        if at.y() + self.answer.height() > ground.height():
            at.setY(self.geometry().top() - self.answer.height() - 2)
        at.setX(max(0, min(at.x(), ground.width() - self.answer.width())))
        self.answer.move(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.unfold()
        else:
            super().keyPressEvent(event)
