"""The sheet beside the mapping: scrolls to a column or a problem's cell, and says what its colours mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from collabdesk.domain.places import address
from collabdesk.ui.design.scale import GAP_S, GAP_XS
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports.cells import CellsModel, tone_ground
from collabdesk.ui.imports.sheet_tones import CellTone
from collabdesk.ui.widgets import label, row
from collabdesk.usecases.staged import StagedTable

_ROW = 26
_COLUMN = 124
_SWATCH = QSize(16, 12)


class Swatch(QWidget):
    """A small piece of one meaning's colour, for the legend."""

    def __init__(self, theme: Theme, tone: CellTone) -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self.setFixedSize(_SWATCH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles = self._theme.roles
        painter.setPen(QPen(QColor(roles.edge), 1))
        painter.setBrush(tone_ground(roles, self._tone) or QColor(roles.surface))
        painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1), 3, 3)
        painter.end()


class _Marker(QStyledItemDelegate):
    """Marks the chosen cells over their colours, which a filled selection would hide."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        state: QStyle.StateFlag = option.state
        option.state = state & ~QStyle.StateFlag.State_Selected & ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if not state & QStyle.StateFlag.State_Selected:
            return
        rect: QRect = option.rect
        painter.save()
        accent = QColor(self._theme.roles.accent)
        is_cell = bool(state & QStyle.StateFlag.State_HasFocus) or self._is_alone(index)
        if is_cell:
            painter.setPen(QPen(accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        else:
            painter.setPen(QPen(accent, 2))
            painter.drawLine(rect.left() + 1, rect.top(), rect.left() + 1, rect.bottom())
            painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        painter.restore()

    def _is_alone(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        view = self.parent()
        return (
            isinstance(view, QTableView)
            and index == view.currentIndex()
            and not view.selectionModel().isColumnSelected(index.column())
        )


class SheetPreview(QFrame):
    """`pointed(row, column)` tells the sheet's cell that the person chose."""

    pointed = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("framed", True)
        self.cells = CellsModel(lambda: theme.roles, self)
        self.view = _sheet_view(self.cells, self.tr("The sheet as in the file"))
        self.view.selectionModel().currentChanged.connect(self._point)
        theme.changed.connect(self.view.viewport().update)
        self._place = label("", "label")
        self.view.setItemDelegate(_Marker(theme, self.view))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, GAP_S)
        column.setSpacing(GAP_S)
        column.addWidget(self.view, 1)
        column.addLayout(self._legend(theme))

    def show_table(self, table: StagedTable | None, *, keep_texts: bool = False) -> None:
        """Show a table's sheet from just above its header."""
        where = self.view.currentIndex()
        bar = self.view.verticalScrollBar().value(), self.view.horizontalScrollBar().value()
        self.cells.show_table(table, keep_texts=keep_texts)
        if keep_texts and where.isValid():
            self.view.verticalScrollBar().setValue(bar[0])
            self.view.horizontalScrollBar().setValue(bar[1])
        elif table is not None:
            self._scroll(max(1, self.cells.first_row - 1), 1, QAbstractItemView.ScrollHint.PositionAtTop)

    def go_to(self, sheet_row: int, sheet_column: int) -> None:
        """Make a cell the current one and bring it into the middle."""
        index = self.cells.index(sheet_row - 1, sheet_column - 1)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def show_column(self, sheet_column: int) -> None:
        """Bring a column into sight without leaving the rows that are shown."""
        top = max(0, self.view.rowAt(0))
        self._scroll(top + 1, sheet_column, QAbstractItemView.ScrollHint.EnsureVisible)
        self.view.selectColumn(sheet_column - 1)

    def _scroll(self, sheet_row: int, sheet_column: int, hint: QAbstractItemView.ScrollHint) -> None:
        index = self.cells.index(sheet_row - 1, sheet_column - 1)
        if index.isValid():
            self.view.scrollTo(index, hint)

    def _point(self, index: QModelIndex) -> None:
        if index.isValid():
            place = self.cells.place(index)
            self._place.setText(address("", *place))
            self.pointed.emit(*place)

    def _legend(self, theme: Theme) -> QVBoxLayout:
        said: Sequence[tuple[CellTone, str]] = (
            (CellTone.HEADER, self.tr("Header")),
            (CellTone.MAPPED, self.tr("Imported")),
            (CellTone.ASIDE, self.tr("Set aside")),
            (CellTone.WARNING, self.tr("Warning")),
            (CellTone.ERROR, self.tr("Problem")),
        )
        line = row(GAP_XS, gap=GAP_XS + 2)
        for tone, words in said:
            line.addWidget(Swatch(theme, tone))
            line.addWidget(label(words, "small"))
            line.addSpacing(GAP_XS)
        line.addStretch(1)
        line.addWidget(self._place)
        box = QVBoxLayout()
        box.setContentsMargins(GAP_S, 0, GAP_S, 0)
        box.addLayout(line)
        return box


def _sheet_view(model: CellsModel, name: str) -> QTableView:
    view = _SheetView()
    view.setModel(model)
    view.setAccessibleName(name)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    for header in (view.verticalHeader(), view.horizontalHeader()):
        header.setHighlightSections(False)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(_ROW)
    view.verticalHeader().setMinimumWidth(44)
    view.horizontalHeader().setDefaultSectionSize(_COLUMN)
    view.horizontalHeader().setFixedHeight(_ROW)
    return view


class _SheetView(QTableView):
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
