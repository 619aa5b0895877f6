"""The list of compared rows: Space or a click on the tick decides for every selected row, Enter looks closer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from collabdesk.ui.design import icons
from collabdesk.ui.design.scale import font
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports.compare_rows import ComparedRows
from collabdesk.ui.table import CellPainter, TableView

_TICK, _LEAST, _HEIGHT = 44, 120, 54
_BOX, _LINE, _PAD = 16, 19, 12
_RECORD, _LAST, _BELOW = 1, 2, 3
_Index = QModelIndex | QPersistentModelIndex


class _RowPainter(CellPainter):
    """Paints the tick as the design's check box, and the record above what is to be said of it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        if index.column() == _RECORD:
            roles = self._theme.roles
            painter.save()
            self._ground(painter, rect, option.state, index, roles)
            middle = rect.center().y()
            upper = QRect(rect.left() + _PAD, middle - _LINE, rect.width() - 2 * _PAD, _LINE)
            self._line(painter, upper, index.data(), "strong", roles.text)
            below = index.model().index(index.row(), _BELOW).data()
            self._line(painter, upper.translated(0, _LINE), below, "body", roles.secondary)
            painter.restore()
            return
        super().paint(painter, option, index)
        tick = index.data(Qt.ItemDataRole.CheckStateRole)
        if not index.column() and tick is not None:
            self._tick(painter, rect, is_ticked=tick == Qt.CheckState.Checked)

    def _line(self, painter: QPainter, rect: QRect, text: str, face: str, colour: str) -> None:
        painter.setFont(font(face, tabular=True))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _tick(self, painter: QPainter, rect: QRect, *, is_ticked: bool) -> None:
        roles = self._theme.roles
        box = QRectF(rect.center().x() - _BOX / 2 + 0.5, rect.center().y() - _BOX / 2 + 0.5, _BOX, _BOX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(roles.accent_fill if is_ticked else roles.muted), 1))
        painter.setBrush(QColor(roles.accent_fill if is_ticked else roles.surface))
        painter.drawRoundedRect(box, 4, 4)
        if is_ticked:
            icons.draw(painter, "check", QPoint(round(box.left()) + 2, round(box.top()) + 2), _BOX - 4, "on_accent")
        painter.restore()


class CompareList(TableView):
    """`ticked(numbers)` asks to turn the ticks of these rows."""

    ticked = Signal(list)

    def __init__(self, model: ComparedRows, theme: Theme, name: str, last_width: int) -> None:
        """`last_width` is that of the column at the right; the record gets what is left."""
        self._last_width = last_width
        super().__init__(model, theme)
        self.setItemDelegate(_RowPainter(theme, self))
        self.setAccessibleName(name)
        self.setColumnHidden(_BELOW, True)
        self.verticalHeader().setDefaultSectionSize(_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSortingEnabled(False)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(_TICK)
        header.setSectionsClickable(False)
        header.setSectionsMovable(False)
        model.dataChanged.connect(lambda *_: self.viewport().update())

    def selected_numbers(self) -> Sequence[int]:
        """The selected rows' places, from top to bottom."""
        chosen = self.selectionModel().selection()
        parts = (chosen.at(n) for n in range(chosen.count()))
        return sorted({n for part in parts for n in range(part.top(), part.bottom() + 1)})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.ticked.emit(list(self.selected_numbers() or [self.currentIndex().row()]))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not index.column() and index.row() in self.selected_numbers():
            self.ticked.emit(list(self.selected_numbers()))  # the selection stays: all of it is meant
            return
        super().mousePressEvent(event)
        if index.isValid() and not index.column() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.ticked.emit([index.row()])

    def _share_width(self) -> None:
        self.setColumnWidth(0, _TICK)
        self.setColumnWidth(_RECORD, max(_LEAST, self.viewport().width() - _TICK - self._last_width))
        self.setColumnWidth(_LAST, self._last_width)

    def _remember(self) -> None:
        """Another class is another list: looking for the old row would make every new one."""
        self._kept = None
