"""Facts of one record: names and values in a quiet grid; some can be typed over in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_S
from collabdesk.ui.texts import DASH
from collabdesk.ui.widgets.labels import label


class QuietField(QLineEdit):
    """Looks like text until it is pointed at or entered; `kept` carries a changed text, Escape puts it back."""

    kept = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setProperty("quiet", True)
        self.setAccessibleName(name)
        self.setPlaceholderText(DASH)
        self.editingFinished.connect(self._keep)

    def show_text(self, text: str) -> None:
        """What the record holds now."""
        self._shown = text
        self.setText(text)
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.show_text(self._shown)
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        text = self.text().strip()
        if text != self._shown:
            self._shown = text
            self.kept.emit(text)


class FactGrid(QWidget):
    """Names at the left, values at the right, in one or two columns of pairs."""

    def __init__(self, pairs_across: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._across = pairs_across
        self._count = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP_L)
        self._grid.setVerticalSpacing(GAP_S - 2)
        for pair in range(pairs_across):
            self._grid.setColumnStretch(pair * 2 + 1, 1)

    def add(self, name: str, value: QWidget, *, is_wide: bool = False) -> None:
        """One more fact; a wide one takes a whole line."""
        if is_wide:
            self._count += -self._count % self._across
        line, pair = divmod(self._count, self._across)
        self._count += self._across if is_wide else 1
        named = label(name, "label")
        named.setMinimumWidth(108)
        named.setBuddy(value)
        self._grid.addWidget(named, line, pair * 2)
        self._grid.addWidget(value, line, pair * 2 + 1, 1, self._across * 2 - 1 if is_wide else 1)

    def add_text(self, name: str, text: str) -> None:
        """A fact that is only read."""
        shown = label(text, "muted" if text == DASH else "", wrap=True)
        shown.setMinimumHeight(30)
        shown.setIndent(11)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(name, shown)

    def add_field(self, name: str, text: str, kept: Callable[[str], None], *, is_wide: bool = False) -> QuietField:
        """A fact that can be typed over."""
        field = QuietField(name)
        field.show_text("" if text == DASH else text)
        field.kept.connect(kept)
        self.add(name, field, is_wide=is_wide)
        return field
