"""The list of columns: header and samples on the left, the field to be changed on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from collabdesk.ui.design import icons
from collabdesk.ui.design.roles import Roles
from collabdesk.ui.design.scale import HEADER_HEIGHT, RADIUS_SMALL, font
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports.columns import RECORD, ColumnsModel, Part, samples_text
from collabdesk.ui.imports.field_chooser import FieldChooser
from collabdesk.ui.imports.words import attribute_text, noun_text
from collabdesk.usecases.staged import StagedColumn

_ROW = 54
_PAD = 10
_SURE = 0.85
_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Painter(QStyledItemDelegate):
    """Paints one column's row: letter, header over samples, the field as a choice, the match as a quiet bar."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(80, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        roles = self._theme.roles
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        column: StagedColumn = index.data(RECORD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(roles.selected))
        painter.setPen(QColor(roles.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        text = index.data(Qt.ItemDataRole.DisplayRole)
        match Part(index.column()):
            case Part.LETTER:
                self._focus_bar(painter, rect, index, roles)
                self._line(painter, rect.adjusted(_PAD, 0, 0, 0), text, "label", roles.muted)
            case Part.HEADER:
                self._header(painter, rect, text, column, roles)
            case Part.FIELD:
                self._choice(painter, rect, text, column, roles)
            case Part.SCORE:
                self._score(painter, rect, text, column, roles)
        painter.restore()

    def _focus_bar(self, painter: QPainter, rect: QRect, index: _Index, roles: Roles) -> None:
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), QColor(roles.accent))

    def _header(self, painter: QPainter, rect: QRect, text: str, column: StagedColumn, roles: Roles) -> None:
        inside = rect.adjusted(_PAD, 8, -_PAD, -8)
        upper, lower = QRect(inside), QRect(inside)
        upper.setHeight(inside.height() // 2)
        lower.setTop(upper.bottom() + 1)
        self._line(painter, upper, text.replace("\n", " "), "strong", roles.text if column.field else roles.secondary)
        samples = samples_text(column) or self.tr("empty")
        self._line(painter, lower, samples, "small", roles.muted)

    def _choice(self, painter: QPainter, rect: QRect, text: str, column: StagedColumn, roles: Roles) -> None:
        box = QRectF(rect.adjusted(_PAD, 10, -_PAD, -11))
        painter.setPen(QColor(roles.edge if column.field else roles.line))
        painter.setBrush(QColor(roles.surface))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SMALL, RADIUS_SMALL)
        inside = box.toRect().adjusted(_PAD, 0, -26, 0)
        if column.field:
            name, noun = attribute_text(column.field), noun_text(column.field.partition(".")[0])
            self._line(painter, inside, name, "body", roles.text)
            inside.setLeft(inside.left() + QFontMetrics(font("body")).horizontalAdvance(f"{name}  "))
            self._line(painter, inside, noun, "small", roles.muted)
        else:
            self._line(painter, inside, text, "body", roles.muted)
        at = QPoint(round(box.right()) - 22, round(box.center().y()) - 7)
        icons.draw(painter, "chevron-down", at, 14, "secondary")

    def _score(self, painter: QPainter, rect: QRect, text: str, column: StagedColumn, roles: Roles) -> None:
        if not column.field:
            return
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        self._line(painter, QRect(inside.left(), inside.top() + 8, inside.width(), 20), text, "small", roles.secondary)
        track = QRectF(inside.left(), inside.center().y() + 8, inside.width(), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.neutral_soft))
        painter.drawRoundedRect(track, 2, 2)
        track.setWidth(track.width() * max(0.04, min(1.0, column.score)))
        painter.setBrush(QColor(roles.accent if column.score >= _SURE else roles.warn))
        painter.drawRoundedRect(track, 2, 2)

    def _line(self, painter: QPainter, rect: QRect, text: str, face: str, colour: str) -> None:
        painter.setFont(font(face))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _LEFT, shown)


class ColumnsView(QTableView):
    """`changed(column, field)` tells what the person chose ("" to leave out); `pointed` the column they are at."""

    changed = Signal(object, str)
    pointed = Signal(object)

    def __init__(self, theme: Theme, fields: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ColumnsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(theme, self))
        self.chooser = FieldChooser(fields, self)
        self.chooser.chosen.connect(self._choose)
        self._set_up()
        self.selectionModel().currentRowChanged.connect(self._point)
        self.clicked.connect(self._click)

    def show_columns(self, columns: Sequence[StagedColumn]) -> None:
        self.rows.show_columns(columns)
        # A label's address (A1520) needs more room than a column's letter.
        longest = max((len(c.letter) for c in columns), default=1)
        self.setColumnWidth(Part.LETTER, 40 if longest < 3 else 30 + 8 * longest)
        self._share_width()
        if columns and not self.currentIndex().isValid():
            self.selectRow(0)

    def go_to(self, sheet_column: int) -> None:
        """Make the column of the sheet the current one."""
        row = self.rows.row_at(sheet_column)
        if row is not None and row != self.currentIndex().row():
            self.selectRow(row)

    def open_chooser(self) -> None:
        """Offer the fields for the current column."""
        index = self.currentIndex()
        if not index.isValid():
            return
        cell = self.visualRect(self.rows.index(index.row(), Part.FIELD))
        at = self.viewport().mapToGlobal(cell.bottomLeft() + QPoint(_PAD, -8))
        self.chooser.pop_up(at, self.rows.column(index.row()).field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2):
            self.open_chooser()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose("")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        width = self.viewport().width() - self.columnWidth(Part.LETTER) - self.columnWidth(Part.SCORE)
        header = max(140, width * 46 // 100)
        self.setColumnWidth(Part.HEADER, header)
        self.setColumnWidth(Part.FIELD, max(150, width - header))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Columns of the table"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setFixedHeight(HEADER_HEIGHT)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(Part.LETTER, 40)
        self.setColumnWidth(Part.SCORE, 66)

    def _point(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pointed.emit(self.rows.column(index.row()))

    def _click(self, index: QModelIndex) -> None:
        if index.column() == Part.FIELD:
            self.open_chooser()

    def _choose(self, field: str) -> None:
        index = self.currentIndex()
        if index.isValid():
            column = self.rows.column(index.row())
            if (column.field or "") != field:
                self.changed.emit(column, field)
