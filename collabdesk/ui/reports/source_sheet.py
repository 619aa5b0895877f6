"""A sheet as it stands in a kept file, with the cells marked that a figure rests on."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from collabdesk.domain.places import letters
from collabdesk.ui.design.scale import font
from collabdesk.ui.design.theme import Theme
from collabdesk.usecases.source_sheets import SourceSheet

ROW = 24
_PAD, _NARROW, _WIDE, _MEASURED, _LONGEST = 6, 56, 240, 80, 300
MARKED = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class SourceSheetModel(QAbstractTableModel):
    """Raw texts by row and column, named as the spreadsheet program names them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: SourceSheet | None = None
        self._columns = 0

    def show_sheet(self, shown: SourceSheet | None) -> None:
        """Show another sheet, or none."""
        self.beginResetModel()
        self._shown = shown
        texts = shown.page.texts if shown else []
        marked = shown.marked if shown else frozenset()
        self._columns = max([*(len(r) for r in texts), *(column for _, column in marked)], default=0)
        self.endResetModel()

    @property
    def marked(self) -> list[QModelIndex]:
        """The marked cells in sight of the rows there are, by row."""
        if self._shown is None:
            return []
        first = self._shown.page.first_row
        inside = sorted(c for c in self._shown.marked if first <= c[0] < first + self.rowCount())
        return [self.index(row - first, column - 1) for row, column in inside]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() or self._shown is None else len(self._shown.page.texts)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._columns

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and self._shown is not None:
            is_across = orientation == Qt.Orientation.Horizontal
            return letters(section + 1) if is_across else str(self._shown.page.first_row + section)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._shown is None or not index.isValid():
            return None
        row = self._shown.page.texts[index.row()]
        text = row[index.column()] if index.column() < len(row) else ""
        place = (self._shown.page.first_row + index.row(), index.column() + 1)
        if role == Qt.ItemDataRole.DisplayRole:
            return text[:_LONGEST].replace("\n", " ")
        if role == MARKED:
            return place in self._shown.marked
        if role == Qt.ItemDataRole.ToolTipRole:
            return text if len(text) > 12 else None
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and place in self._shown.marked:
            return self.tr("The figure rests on this cell")
        return None


class _MarkPainter(QStyledItemDelegate):
    """A marked cell has a ground and a frame: it is seen without colours too."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        roles, rect = self._theme.roles, option.rect
        is_marked = bool(index.data(MARKED))
        painter.save()
        painter.fillRect(rect, QColor(roles.accent_soft if is_marked else roles.surface))
        painter.setFont(font("label" if is_marked else "small"))
        painter.setPen(QColor(roles.text if is_marked else roles.secondary))
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        shown = painter.fontMetrics().elidedText(index.data() or "", Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if is_marked or option.state & QStyle.StateFlag.State_HasFocus or index == self._view.currentIndex():
            self._frame(painter, rect, is_current=index == self._view.currentIndex())
        painter.restore()

    def _frame(self, painter: QPainter, rect: QRect, *, is_current: bool) -> None:
        painter.setPen(QPen(QColor(self._theme.roles.accent), 2 if is_current else 1))
        painter.drawRect(rect.adjusted(1, 1, -1, -1) if is_current else rect.adjusted(0, 0, -1, -1))


class SourceSheetView(QTableView):
    """Opens at the first marked cell; `step` goes from one to the next."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = SourceSheetModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_MarkPainter(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.setAccessibleName(self.tr("The sheet as in the file"))
        self._at = 0
        theme.changed.connect(self.viewport().update)

    def show_sheet(self, shown: SourceSheet | None) -> None:
        """Show a sheet from its first marked cell."""
        self.rows.show_sheet(shown)
        metrics = QFontMetrics(font("label"))
        for column in range(self.rows.columnCount()):
            texts = (str(self.rows.index(r, column).data()) for r in range(min(_MEASURED, self.rows.rowCount())))
            widest = max((metrics.horizontalAdvance(t[:60]) for t in texts), default=0)
            self.setColumnWidth(column, max(_NARROW, min(widest + 2 * _PAD + 4, _WIDE)))
        self._at = -1
        self.step(1)

    def step(self, by: int) -> None:
        """To the next or previous marked cell, round at the ends."""
        if marked := self.rows.marked:
            self._at = (self._at + by) % len(marked)
            self.setCurrentIndex(marked[self._at])
            self.scrollTo(marked[self._at], QAbstractItemView.ScrollHint.PositionAtCenter)
