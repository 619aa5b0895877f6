"""Rows of a short list in a card, each leading somewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.widgets.labels import IconLabel, label


class LinkRow(QFrame):
    """An icon, a text and a smaller note; `activated` by click, Enter or Space. Arrow keys go to its neighbours."""

    activated = Signal()

    def __init__(
        self, icon: str, tone: str, text: str, note: str = "", right: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("linkrow", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{text} {note}".strip())
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(label(text, wrap=True))
        if note:
            texts.addWidget(label(note, "small"))
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 7, 8, 7)
        line.setSpacing(GAP_M)
        line.addWidget(IconLabel(icon, tone))
        line.addLayout(texts, 1)
        if right:
            line.addWidget(label(right, "small"))
        line.addWidget(IconLabel("chevron-right", "muted", 16))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)
