"""The fields beside the columns, to be dragged onto a column or to receive one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import CONTROL_HEIGHT, GAP_S
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports.dragging import Carried, drag, field_mime, is_column
from collabdesk.ui.imports.field_chooser import KEYS_OF_LIST
from collabdesk.ui.imports.field_list import FieldList
from collabdesk.ui.imports.words import field_text


class PaletteList(FieldList):
    """A field is dragged out of it by mouse; a column that is dropped on a field is imported as it."""

    def __init__(self, theme: Theme, fields: Sequence[str], carried: Carried, parent: QWidget | None = None) -> None:
        super().__init__(theme, fields, parent)
        self._theme = theme
        self._carried = carried
        self._pressed: QModelIndex | None = None
        self._from = QPointF()
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self.indexAt(event.position().toPoint())
        self._from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        field = self.field(self._pressed) if self._pressed is not None else None
        far = QApplication.startDragDistance()
        if field is None or (event.position() - self._from).manhattanLength() < far:
            return
        self._pressed = None
        drag(self, field_mime(field), field_text(field) if field else self.tr("Leave out"), self._theme.roles)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_column(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if is_column(event) and self.field(index) is not None:
            self.setCurrentIndex(index)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        field = self.field(self.indexAt(event.position().toPoint()))
        if is_column(event) and field is not None:
            event.acceptProposedAction()
            self._carried.land_on_field(field)


class FieldPalette(QFrame):
    """`left` tells that Escape was pressed in it."""

    left = Signal()

    def __init__(self, theme: Theme, fields: Sequence[str], carried: Carried, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("framed", True)
        self._carried = carried
        self.search = QLineEdit()
        self.search.setMinimumHeight(CONTROL_HEIGHT)
        self.search.setPlaceholderText(self.tr("Search fields"))
        self.search.setAccessibleName(self.tr("Search fields"))
        self.search.setClearButtonEnabled(True)
        self.list = PaletteList(theme, fields, carried)
        self.list.taken.connect(self._take)
        self.search.textChanged.connect(self.list.fill)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        tip = self.tr("Drag a field onto a column, or a column onto a field. Space picks up, Enter drops.")
        self.list.setToolTip(tip)
        self.list.setAccessibleDescription(tip)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_S, GAP_S, GAP_S, GAP_S)
        column.setSpacing(GAP_S)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)

    def show_used(self, used: Mapping[str, str]) -> None:
        """Mark the fields that columns are imported as already."""
        self.list.show_used(used)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys typed in the search move in the list, Enter takes what is chosen there; Escape leaves."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._carried.let_go()
                self.left.emit()
                return True
            if watched is self.search and event.key() in KEYS_OF_LIST:
                self.list.keyPressEvent(event)
                return True
            if watched is self.search and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (field := self.list.field()) is not None:
                    self._take(field)
                return True
        return super().eventFilter(watched, event)

    def _take(self, field: str) -> None:
        if self._carried.column is not None:
            self._carried.land_on_field(field)
        else:
            self._carried.pick_field(field)
