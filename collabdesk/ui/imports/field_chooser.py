"""The list of fields that a column can be imported as: searched by typing, grouped by noun."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import CONTROL_HEIGHT, GAP_S, font
from collabdesk.ui.imports.words import attribute_text, field_text, noun_text

FIELD_ROLE = Qt.ItemDataRole.UserRole
_SIZE = QSize(320, 420)
_KEYS_OF_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class FieldChooser(QFrame):
    """Pops up under a cell; `chosen` carries the field, "" for leaving the column out. Escape closes it."""

    chosen = Signal(str)

    def __init__(self, fields: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("framed", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._fields = fields
        self._model = QStandardItemModel(self)
        self.search = QLineEdit()
        self.search.setMinimumHeight(CONTROL_HEIGHT)
        self.search.setPlaceholderText(self.tr("Search fields"))
        self.search.setAccessibleName(self.tr("Search fields"))
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Fields"))
        self.list.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_S, GAP_S, GAP_S, GAP_S)
        column.setSpacing(GAP_S)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.resize(_SIZE)

    def pop_up(self, at: QPoint, field: str | None) -> None:
        """Open at a point of the screen with the present field chosen."""
        self.search.clear()
        self._fill("")
        screen = self.screen().availableGeometry()
        x = min(at.x(), screen.right() - self.width())
        y = at.y() if at.y() + self.height() <= screen.bottom() else max(screen.top(), screen.bottom() - self.height())
        self.move(x, y)
        self.show()
        self._mark(field or "")
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys typed in the search move in the list, Enter takes what is chosen there."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _KEYS_OF_LIST:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _fill(self, typed: str) -> None:
        words = typed.casefold().split()
        self._model.clear()
        if not words:
            self._add(self.tr("Leave this column out"), "")
        for noun, fields in groupby(self._fields, key=lambda f: f.partition(".")[0]):
            fitting = [f for f in fields if all(w in f"{field_text(f)} {f}".casefold() for w in words)]
            if fitting:
                self._add_heading(noun_text(noun))
            for field in fitting:
                self._add(attribute_text(field), field)
        first = next((r for r in range(self._model.rowCount()) if self._model.item(r).isEnabled()), -1)
        if first >= 0:
            self.list.setCurrentIndex(self._model.index(first, 0))

    def _add(self, text: str, field: str) -> None:
        item = QStandardItem(text)
        item.setData(field, FIELD_ROLE)
        item.setToolTip(field)
        self._model.appendRow(item)

    def _add_heading(self, text: str) -> None:
        item = QStandardItem(text)
        item.setFont(font("label"))
        item.setForeground(self.palette().placeholderText())
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._model.appendRow(item)

    def _mark(self, field: str) -> None:
        found = self._model.match(self._model.index(0, 0), FIELD_ROLE, field, 1, Qt.MatchFlag.MatchExactly)
        if found:
            self.list.setCurrentIndex(found[0])
            self.list.scrollTo(found[0], QAbstractItemView.ScrollHint.PositionAtCenter)

    def _take(self, index: QModelIndex) -> None:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.hide()
            self.chosen.emit(index.data(FIELD_ROLE))
