"""The fields that a column can be imported as, popped up under it: searched by typing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import CONTROL_HEIGHT, GAP_S
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports.field_list import FieldList

_SIZE = QSize(320, 420)
KEYS_OF_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class FieldChooser(QFrame):
    """Pops up under a cell; `chosen` carries the field, "" for leaving the column out. Escape closes it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, fields: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("framed", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = QLineEdit()
        self.search.setMinimumHeight(CONTROL_HEIGHT)
        self.search.setPlaceholderText(self.tr("Search fields"))
        self.search.setAccessibleName(self.tr("Search fields"))
        self.list = FieldList(theme, fields)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda index: self._take(self.list.field(index)))
        self.search.textChanged.connect(self.list.fill)
        self.search.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_S, GAP_S, GAP_S, GAP_S)
        column.setSpacing(GAP_S)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.resize(_SIZE)

    def show_used(self, used: Mapping[str, str]) -> None:
        """Mark the fields that columns are imported as already."""
        self.list.show_used(used)

    def pop_up(self, at: QPoint, field: str | None) -> None:
        """Open at a point of the screen with the present field chosen."""
        self.search.clear()
        self.list.fill("")
        screen = self.screen().availableGeometry()
        x = min(at.x(), screen.right() - self.width())
        y = at.y() if at.y() + self.height() <= screen.bottom() else max(screen.top(), screen.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.list.mark(field or "")
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys typed in the search move in the list, Enter takes what is chosen there."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in KEYS_OF_LIST:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.field())
                return True
        return super().eventFilter(watched, event)

    def _take(self, field: str | None) -> None:
        if field is not None:
            self.hide()
            self.chosen.emit(field)
