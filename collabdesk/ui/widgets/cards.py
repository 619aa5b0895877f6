"""Cards, and the tiles that show one number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, GAP_XS, font
from collabdesk.ui.widgets.labels import ElidedLabel, IconLabel, label, restyle

_MARGIN = 18  # left and right in a tile


class Card(QFrame):
    """A framed surface with an optional heading; add to `column`. Actions stand right of the heading."""

    def __init__(self, heading: str = "", *actions: QWidget, margin: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin - 2, margin, margin)
        self.column.setSpacing(GAP_M)
        self.heading = label(heading, "heading")
        if heading or actions:
            top = QHBoxLayout()
            top.setSpacing(GAP_S)
            top.addWidget(self.heading, 1)
            for action in actions:
                top.addWidget(action)
            self.column.addLayout(top)
        else:
            self.heading.setParent(self)
            self.heading.hide()


class StatTile(QFrame):
    """One number with its name and a note; with `is_active` it can be pressed or clicked."""

    activated = Signal()

    def __init__(self, name: str, icon: str = "", *, is_active: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setProperty("active", is_active)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name = ElidedLabel(name, "label")
        self._value = label("", "display")
        self._value.setMinimumHeight(QFontMetrics(font("display")).height())
        # The value gives way to the tile, which writes it smaller; else it would hold the tile open.
        self._value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._note = ElidedLabel("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, GAP_L, _MARGIN, GAP_L)
        column.setSpacing(GAP_XS)
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        if icon:
            top.addWidget(IconLabel(icon, "muted"))
        column.addLayout(top)
        column.addSpacing(2)
        column.addWidget(self._value)
        column.addWidget(self._note)
        if is_active:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_value(self, value: str, note: str = "", tone: str = "") -> None:
        """`tone` colours the note: good, warn or bad."""
        self._value.setText(value)
        self._fit()
        self._note.setText(note)
        restyle(self._note, "tone", tone)
        self.setAccessibleName(f"{self._name.text()}: {value}. {note}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A value for which the tile is too narrow is written smaller, never cut."""
        room = self.width() - 2 * _MARGIN
        is_wide = QFontMetrics(font("display")).horizontalAdvance(self._value.text()) > room
        face = "heading" if is_wide else "display"
        if self._value.property("face") != face:
            restyle(self._value, "face", face)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.property("active") and self.rect().contains(event.position().toPoint()):
            self.activated.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.property("active") and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit()
        else:
            super().keyPressEvent(event)
