"""Texts, badges, icons and separators."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from collabdesk.ui.design import icons
from collabdesk.ui.design.scale import ICON
from collabdesk.ui.texts import status_text, status_tone


def label(text: str = "", face: str = "", *, wrap: bool = False, tone: str = "") -> QLabel:
    """Plain text in a face of the type scale (`display`, `title`, `heading`, `strong`, `label`, `secondary`, `muted`,
    `small`). Never rich text: what a funder's file says is shown as it is."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if face:
        made.setProperty("face", face)
    if tone:
        made.setProperty("tone", tone)
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the stylesheet looks at, and let it look again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def separator() -> QFrame:
    """A subtle horizontal line."""
    line = QFrame()
    line.setProperty("line", True)
    return line


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where there is no room; the whole text is its tool tip."""

    def __init__(self, text: str = "", face: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if face:
            self.setProperty("face", face)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), shown)
        painter.end()
        self.setToolTip(self.text() if shown != self.text() else "")


class Badge(QLabel):
    """A small pill: a status in its tone, or any short text."""

    def __init__(self, text: str = "", tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("badge", True)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_status(self, status: str) -> None:
        """Show a status word in the user's language and its tone."""
        self.show_text(status_text(status), status_tone(status))

    def show_text(self, text: str, tone: str = "neutral") -> None:
        self.setText(text)
        restyle(self, "tone", tone)


class IconLabel(QWidget):
    """One icon of the set, tinted in a colour role and following the theme."""

    def __init__(self, name: str, tone: str = "secondary", size: int = ICON, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone, self._size = name, tone, size
        self.setFixedSize(QSize(size, size))

    def show_icon(self, name: str, tone: str) -> None:
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.draw(painter, self._name, QPoint(0, 0), self._size, self._tone)
        painter.end()
