"""Asks in the page itself, without a dialog in the way, before something is taken away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_M, GAP_S
from collabdesk.ui.widgets.buttons import button, danger
from collabdesk.ui.widgets.labels import IconLabel, label, restyle


class ConfirmBar(QFrame):
    """One question with two answers; Escape is the careful one. Hidden until `ask` is called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = label("", wrap=True)
        self.yes = danger("")
        self.no = button(self.tr("Keep it"))
        self._done: Callable[[], None] | None = None
        self.yes.clicked.connect(self._confirm)
        self.no.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 10, 10, 10)
        line.setSpacing(GAP_M)
        line.addWidget(IconLabel("warning", "warn"))
        line.addWidget(self._text, 1)
        line.addWidget(self.no)
        line.addSpacing(GAP_S - GAP_M)
        line.addWidget(self.yes)
        restyle(self, "notice", "warn")
        self.hide()

    def ask(self, question: str, yes: str, done: Callable[[], None]) -> None:
        """Ask; `done` is called when `yes` is pressed."""
        self._text.setText(question)
        self.setAccessibleName(question)
        self.yes.setText(yes)
        self._done = done
        self.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        self.hide()
        if self._done is not None:
            self._done()
