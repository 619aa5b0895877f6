"""The list of columns: what stands in the file on the left, the field to be changed on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from collabdesk.ui.design.scale import HEADER_HEIGHT
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports.columns import ColumnsModel, Part
from collabdesk.ui.imports.columns_painter import PAD, ROW, ColumnsPainter
from collabdesk.ui.imports.doubts import Doubts
from collabdesk.ui.imports.dragging import Carried, column_mime, drag, field_of
from collabdesk.ui.imports.field_chooser import FieldChooser
from collabdesk.usecases.staged import StagedColumn, StagedTable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ColumnsView(QTableView):
    """`changed(column, field)` tells what the person chose ("" to leave out); `pointed` the column they are at."""

    changed = Signal(object, str)
    pointed = Signal(object)

    def __init__(self, theme: Theme, fields: Sequence[str], carried: Carried, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._carried = carried
        self._pressed: QModelIndex | None = None
        self._from = QPointF()
        self.placeholder = ""
        self.rows = ColumnsModel(self)
        self.setModel(self.rows)
        self._painter = ColumnsPainter(theme, self, self.rows, carried)
        self.setItemDelegate(self._painter)
        self.chooser = FieldChooser(theme, fields, self)
        self.chooser.chosen.connect(self._choose)
        carried.changed.connect(self.viewport().update)
        self._set_up()
        self.selectionModel().currentRowChanged.connect(self._point)
        self.clicked.connect(self._click)

    def show_table(self, table: StagedTable, doubts: Doubts) -> None:
        """Show the columns of a table."""
        self.rows.show_table(table, doubts)
        # A label's address (A1520) needs more room than a column's letter.
        longest = max((len(c.letter) for c in table.columns), default=1)
        self.setColumnWidth(Part.LETTER, 40 if longest < 3 else 30 + 8 * longest)
        self._share_width()
        if self.rows.rowCount() and not self.currentIndex().isValid():
            self.selectRow(0)

    def go_to(self, column: StagedColumn | None) -> None:
        """Make a column the current one, where it is shown."""
        row = self.rows.row_of(column)
        if row is not None and row != self.currentIndex().row():
            self.selectRow(row)

    def current(self) -> StagedColumn | None:
        """The column that the person is at."""
        index = self.currentIndex()
        return self.rows.column(index.row()) if index.isValid() and index.row() < self.rows.rowCount() else None

    def keep_in_sight(self) -> None:
        """Bring the current column back into sight."""
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def open_chooser(self) -> None:
        """Offer the fields for the current column."""
        column = self.current()
        if column is None:
            return
        cell = self.visualRect(self.rows.index(self.currentIndex().row(), Part.FIELD))
        at = self.viewport().mapToGlobal(QPoint(cell.left() + PAD, cell.top() + 38))
        self.chooser.pop_up(at, column.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, column = event.key(), self.current()
        if self._carried.field is not None and column is not None and key in (*_ENTER, Qt.Key.Key_Space):
            self._carried.land_on_column(column)
        elif key == Qt.Key.Key_Escape and (self._carried.field is not None or self._carried.column is not None):
            self._carried.let_go()
        elif key == Qt.Key.Key_Space and column is not None:
            self._carried.pick_column(column)
        elif key in (*_ENTER, Qt.Key.Key_F2):
            self.open_chooser()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose("")
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed, self._from = self.indexAt(event.position().toPoint()), event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position() - self._from).manhattanLength() if self._pressed is not None else 0
        if self._pressed is None or not self._pressed.isValid() or far < QApplication.startDragDistance():
            return
        column, self._pressed = self.rows.column(self._pressed.row()), None
        self._carried.pick_column(column)
        drag(self, column_mime(column), f"{column.letter}  {column.header}".replace("\n", " "), self._theme.roles)
        self._carried.let_go()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if field_of(event) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._aim_at(index.row() if field_of(event) is not None else -1)
        if index.isValid() and field_of(event) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim_at(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        field, index = field_of(event), self.indexAt(event.position().toPoint())
        self._aim_at(-1)
        if field is not None and index.isValid():
            event.acceptProposedAction()
            self.selectRow(index.row())
            self._choose(field)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.rows.rowCount() and self.placeholder:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._theme.roles.muted))
            rect = self.viewport().rect().adjusted(PAD, 2 * PAD, -PAD, 0)
            painter.drawText(rect, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self.placeholder)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _aim_at(self, row: int) -> None:
        if row != self._painter.target:
            self._painter.target = row
            self.viewport().update()

    def _share_width(self) -> None:
        width = self.viewport().width() - self.columnWidth(Part.LETTER)
        header = max(110, width * 46 // 100)
        self.setColumnWidth(Part.HEADER, header)
        self.setColumnWidth(Part.FIELD, max(130, width - header))

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Columns of the table"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setFixedHeight(HEADER_HEIGHT - 4)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(Part.LETTER, 40)

    def _point(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pointed.emit(self.rows.column(index.row()))

    def _click(self, index: QModelIndex) -> None:
        if index.column() == Part.FIELD:
            self.open_chooser()

    def _choose(self, field: str) -> None:
        column = self.current()
        if column is not None and (column.field or "") != field:
            self.changed.emit(column, field)
