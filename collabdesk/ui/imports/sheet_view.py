"""The view of the sheet: its headers stay in sight, titles run over empty cells, fields can be dropped on cells."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from collabdesk.ui.design.scale import font
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports.cells import PAGE, CellsModel
from collabdesk.ui.imports.dragging import field_of
from collabdesk.ui.imports.sheet_headers import SheetHeader
from collabdesk.ui.imports.sheet_painter import PAD, SheetPainter

ROW = 24
_NARROW, _WIDE, _USUAL = 64, 260, 110
_MEASURED = 60
_HEADER_LINES = 4
_Index = QModelIndex | QPersistentModelIndex


class SheetView(QTableView):
    """`dropped(row, column, field)` tells of a field that was dropped on a cell. Keys on a cell: Enter and F2 tell
    `chosen`, Delete `left_out`, Space `picked`."""

    dropped = Signal(int, int, str)
    chosen = Signal(int, int)
    left_out = Signal(int, int)
    picked = Signal(int, int)
    scrolled = Signal()

    def __init__(self, cells: CellsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells, self._theme = cells, theme
        self.across = SheetHeader(Qt.Orientation.Horizontal, theme, self)
        self.down = SheetHeader(Qt.Orientation.Vertical, theme, self)
        self.setHorizontalHeader(self.across)
        self.setVerticalHeader(self.down)
        self.setModel(cells)
        self._painter = SheetPainter(theme, self, cells)
        self.setItemDelegate(self._painter)
        self.down.frozen = self.frozen
        self._set_up()
        theme.changed.connect(self.viewport().update)
        self.horizontalScrollBar().valueChanged.connect(self.scrolled)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)

    def show_fields(self, across: Mapping[int, str], down: Mapping[int, str]) -> None:
        """The fields by column where columns hold them, by row in other layouts."""
        self.across.show_fields(across, has_room=bool(across) or not down)
        self.down.show_fields(down, has_room=bool(down))

    def fit(self) -> None:
        """Give columns the width of their texts, headers the lines that they need. Only for a sheet newly shown."""
        for column in range(self._cells.columnCount()):
            self.setColumnWidth(column, self._width(column + 1))
        for row in self._header_rows():
            self.setRowHeight(row - 1, self._height(row))

    def join(self, first_row: int) -> None:
        """Let merged cells, and titles beside empty cells, run over their neighbours, on one page of rows."""
        columns, last = self._cells.columnCount(), min(first_row + PAGE - 1, self._cells.rowCount())
        taken: set[int] = set()
        for top, left, bottom, right in self._cells.sheet.merges:
            if first_row <= top <= last and bottom <= self._cells.rowCount() and right <= columns:
                self.setSpan(top - 1, left - 1, bottom - top + 1, right - left + 1)
                taken.update(range(top, bottom + 1))
        tones = self._cells.tones
        for row in range(first_row, last + 1):
            if row in taken or tones is None or tones.is_header_row(row) or tones.is_record_row(row):
                continue
            filled = [n for n, text in enumerate(self._cells.texts_of_row(row)) if text]
            if len(filled) == 1 and filled[0] < columns - 1:
                self.setSpan(row - 1, filled[0], 1, columns - filled[0])

    def visible_rows(self) -> tuple[int, int]:
        """The first and last row in sight, from 1."""
        last = self.rowAt(self.viewport().height() - 1)
        return max(0, self.rowAt(0)) + 1, (last if last >= 0 else self._cells.rowCount() - 1) + 1

    def frozen(self) -> list[tuple[int, QRect]]:
        """The header rows that were scrolled out of sight, with the stripes at the top that they are painted in."""
        rows = [r for r in self._header_rows() if r <= self._cells.rowCount()]
        if not rows or self.rowViewportPosition(rows[0] - 1) >= 0:
            return []
        top, stripes = 0, []
        for row in rows:
            height = self.rowHeight(row - 1)
            stripes.append((row, QRect(0, top, self.viewport().width(), height)))
            top += height
        # A header that is not out of sight as a whole is better seen where it stands.
        return stripes if top < self.viewport().height() // 2 else []

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        super().scrollTo(index, hint)
        covered = sum(stripe.height() for _, stripe in self.frozen())
        above = covered - self.visualRect(index).top()
        if above > 0 and index.row() + 1 not in self._header_rows():
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - above)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        # Qt moves the painted pixels, also those of the frozen header.
        self.viewport().update()
        self.down.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        stripes = self.frozen()
        if not stripes:
            return
        painter = QPainter(self.viewport())
        for row, stripe in stripes:
            painter.fillRect(stripe, QColor(self._theme.roles.surface))
            first = max(0, self.columnAt(0))
            for column in range(first, self._cells.columnCount()):
                left = self.columnViewportPosition(column)
                if left > stripe.right():
                    break
                rect = QRect(left, stripe.top(), self.columnWidth(column) - 1, stripe.height())
                painter.save()
                painter.setClipRect(rect)
                self._painter.paint_cell(painter, rect, self._cells.index(row - 1, column))
                painter.restore()
        painter.setPen(QColor(self._theme.roles.edge))
        painter.drawLine(stripes[-1][1].bottomLeft(), stripes[-1][1].bottomRight())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.key(), self.currentIndex()
        signal = {
            Qt.Key.Key_Return: self.chosen,
            Qt.Key.Key_Enter: self.chosen,
            Qt.Key.Key_F2: self.chosen,
            Qt.Key.Key_Delete: self.left_out,
            Qt.Key.Key_Space: self.picked,
        }.get(Qt.Key(key))
        if signal is not None and index.isValid():
            signal.emit(index.row() + 1, index.column() + 1)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if field_of(event) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if field_of(event) is not None and index.isValid():
            self._aim_at(index)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim_at(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        field, index = field_of(event), self.indexAt(event.position().toPoint())
        self._aim_at(QModelIndex())
        if field is not None and index.isValid():
            event.acceptProposedAction()
            self.dropped.emit(index.row() + 1, index.column() + 1, field)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _aim_at(self, index: QModelIndex) -> None:
        is_across = self._cells.tones is not None and bool(self._cells.tones.header_rows)
        self.across.aim_at(index.column() if is_across else -1)
        self.down.aim_at(-1 if is_across else index.row())

    def _header_rows(self) -> range:
        return self._cells.tones.header_rows if self._cells.tones else range(0)

    def _width(self, column: int) -> int:
        texts, bold = QFontMetrics(font("small", tabular=True)), QFontMetrics(font("label"))
        first = max(1, self._cells.first_row)
        rows = range(first, min(first + _MEASURED, self._cells.rowCount()) + 1)
        cells = [self._cells.text(r, column)[:60] for r in rows if r not in self._header_rows()]
        widest = max((texts.horizontalAdvance(t) for t in cells), default=0)
        # A header may wrap: its longest word must fit, and its whole text within a few lines.
        heads = [self._cells.text(r, column) for r in self._header_rows()]
        words = max((bold.horizontalAdvance(w) for h in heads for w in h.split()), default=0)
        whole = max((bold.horizontalAdvance(h) // 2 for h in heads), default=0)
        field = bold.horizontalAdvance(self.across.field(column)) + 14
        need = max(widest, words, field, min(whole, _USUAL)) + 2 * PAD + 4
        return max(_NARROW, min(need, _WIDE)) if widest or heads else _USUAL

    def _height(self, row: int) -> int:
        bold = QFontMetrics(font("label"))
        most = ROW
        for column in range(self._cells.columnCount()):
            width = self.columnWidth(column) - 2 * PAD
            text = self._cells.text(row, column + 1)
            if text:
                need = bold.boundingRect(0, 0, width, 1000, Qt.TextFlag.TextWordWrap, text).height() + 8
                most = max(most, need)
        return min(most, _HEADER_LINES * bold.height() + 8)

    def _set_up(self) -> None:
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.down.setMinimumSectionSize(ROW)
        self.down.setDefaultSectionSize(ROW)
        self.across.setDefaultSectionSize(_USUAL)
        self.setAccessibleName(self.tr("The sheet as in the file"))
