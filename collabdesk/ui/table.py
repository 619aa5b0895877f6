"""The one table view: calm rows, pills, right-aligned figures, sorting by header, Enter opens, Ctrl+C copies."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from collabdesk.ui.column_widths import Need, shared
from collabdesk.ui.columns import Column, Row
from collabdesk.ui.design.roles import Roles, tone_colours
from collabdesk.ui.design.scale import HEADER_HEIGHT, ROW_HEIGHT, font
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.models import KIND_ROLE, SORT_ROLE, TONE_ROLE, MemoryRows, PagedRows
from collabdesk.ui.texts import DASH, status_tone

PAD = 12
STRETCH_LEAST = 170
WIDEST = 560
MEASURED_ROWS = 60
SORT_MARK = 18  # the arrow beside the heading of the column that sorts
_NOTHING = ("", DASH)
_BESIDE = {"text": 0, "number": 0, "status": 18, "share": 54}  # a pill's ends, a bar
_TONE_ROLES = {
    "muted": "muted",
    "secondary": "secondary",
    "good": "good",
    "warn": "warn",
    "bad": "bad",
    "accent": "accent",
}


class CellPainter(QStyledItemDelegate):
    """Paints a cell by the kind of its column."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._font = font("body", tabular=True)
        self._strong = font("strong", tabular=True)
        self._pill_font = font("label")

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        roles = self._theme.roles
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        self._ground(painter, rect, state, index, roles)
        kind = index.data(KIND_ROLE)
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        if kind == "status" and text not in ("", DASH):
            self._pill(painter, rect, text, index.data(TONE_ROLE) or status_tone(index.data(SORT_ROLE)), roles)
        elif kind == "share" and text not in _NOTHING:
            self._bar(painter, rect, text, index, roles)
        else:
            self._text(painter, rect, text, index, roles)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        rect: QRect,
        state: QStyle.StateFlag,
        index: QModelIndex | QPersistentModelIndex,
        roles: Roles,
    ) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(roles.selected))
        painter.setPen(QColor(roles.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row() and index.column() == 0:
            # The focus ring of a table is a bar at the head of the current row.
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), QColor(roles.accent))

    def _text(
        self, painter: QPainter, rect: QRect, text: str, index: QModelIndex | QPersistentModelIndex, roles: Roles
    ) -> None:
        said = index.data(TONE_ROLE)
        tone = "muted" if text == DASH else _TONE_ROLES.get(said, "text")
        painter.setFont(self._strong if said == "strong" else self._font)
        painter.setPen(QColor(getattr(roles, tone)))
        inside = rect.adjusted(PAD, 0, -PAD, -1)
        flags = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        line = text.replace("\n", " ")
        elided = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, flags, elided)

    def _pill(self, painter: QPainter, rect: QRect, text: str, tone: str, roles: Roles) -> None:
        colour, ground = tone_colours(roles, tone)
        painter.setFont(self._pill_font)
        metrics = painter.fontMetrics()
        room = rect.width() - 2 * PAD - 18
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        pill = QRectF(rect.left() + PAD, rect.center().y() - 10.5, metrics.horizontalAdvance(shown) + 18, 21)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(pill, 10.5, 10.5)
        painter.setPen(QColor(colour))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)

    def _bar(
        self, painter: QPainter, rect: QRect, text: str, index: QModelIndex | QPersistentModelIndex, roles: Roles
    ) -> None:
        share, tone = index.data(SORT_ROLE), index.data(TONE_ROLE)
        painter.setFont(self._font)
        painter.setPen(QColor(roles.text))
        inside = rect.adjusted(PAD, 0, -PAD, -1)
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        width = inside.width() - 64
        if width < 24:
            return
        track = QRectF(inside.left(), inside.center().y() - 2, width, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.neutral_soft))
        painter.drawRoundedRect(track, 2.5, 2.5)
        filled = QRectF(track)
        filled.setWidth(track.width() * min(1.0, max(0.0, float(share))))
        # More than the whole is bad, of a budget; where it is not, of a target, its column says so by a tone.
        painter.setBrush(QColor(getattr(roles, _TONE_ROLES.get(tone, "bad" if share > 1 else "accent"))))
        painter.drawRoundedRect(filled, 2.5, 2.5)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A text that had to be cut is whole in the tool tip."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        room = view.visualRect(index).width() - 2 * PAD
        if index.data(Qt.ItemDataRole.ToolTipRole) is None and QFontMetrics(self._font).horizontalAdvance(text) > room:
            QToolTip.showText(event.globalPos(), text, view)
            return True
        return super().helpEvent(event, view, option, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.font = self._font


class TableView(QTableView):
    """Shows a PagedRows or MemoryRows. `opened` carries the row that Enter or a double click chose."""

    opened = Signal(object)
    chosen = Signal(object)  # the current row, or None

    def __init__(
        self, model: PagedRows | MemoryRows, theme: Theme, *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._theme = theme
        self._placeholder = placeholder
        self._kept: Any = None
        self._most = [0] * len(model.columns)
        self._headings = [0] * len(model.columns)
        self._by_hand: set[int] = set()
        self._is_sharing = False
        self.setModel(model)
        # For a heading that would show a chosen column Qt asks every row at each painting: ours show none.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(model, self))
        self.setItemDelegate(self._painter())
        self._set_up_looks()
        self._set_up_header()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._put_back)
        model.modelReset.connect(self._measure)
        self._measure()
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.chosen.emit(self._row_at(now)))
        copy = QAction(self.tr("Copy rows"), self, shortcut=QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy_rows)
        self.addAction(copy)

    def _painter(self) -> QStyledItemDelegate:
        return CellPainter(self._theme, self)

    def _set_up_looks(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setFixedHeight(HEADER_HEIGHT)
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(56)
        header.setSortIndicatorClearable(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.sectionResized.connect(self._resized_by_hand)

    def set_placeholder(self, text: str) -> None:
        """What an empty table says."""
        self._placeholder = text
        self.viewport().update()

    def fit_height(self, most: int = 12) -> None:
        """Be as tall as the rows (up to `most`), for tables inside a scrolling page."""
        rows = min(max(self._rows.rowCount(), 1), most)
        self.setFixedHeight(HEADER_HEIGHT + rows * ROW_HEIGHT + 2)

    def fit_columns(self) -> None:
        """Give the columns room for what their texts are now, when something beside the rows was read."""
        self._measure()

    def current_row(self) -> Row | None:
        return self._row_at(self.currentIndex())

    def selected_rows(self) -> list[Row]:
        """The selected rows from top to bottom."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._rows.row(number) for number in numbers]

    def copy_rows(self) -> None:
        """The selected rows go to the clipboard as tab-separated text, as they read on the screen."""
        lines = ["\t".join(c.heading for c in self._rows.columns)]
        lines += ["\t".join(c.text(row).replace("\t", " ") for c in self._rows.columns) for row in self.selected_rows()]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_typing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_typing and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._placeholder and self._is_empty():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._theme.roles.muted))
            painter.setFont(font("body"))
            box = self.viewport().rect().adjusted(24, 0, -24, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._placeholder)
            painter.end()

    def _is_empty(self) -> bool:
        return self._rows.rowCount() == 0

    def _share_width(self) -> None:
        """Columns get what their first rows need; what a person has drawn to a width stays so."""
        needs, body = [], QFontMetrics(font("body", tabular=True))
        for number, column in enumerate(self._rows.columns):
            most = self._most[number]
            fair = column.width or 0
            hint = self._rows.hint(number)
            hinted = body.horizontalAdvance(hint) + 2 * PAD + 1 if hint else 0
            if number in self._by_hand:
                width = self.columnWidth(number)
                needs.append(Need(width, width, width))
            else:
                needs.append(
                    Need(min(most, max(fair, hinted, self._headings[number]) if fair else STRETCH_LEAST), most, fair)
                )
        self._is_sharing = True
        for number, width in enumerate(shared(self.viewport().width(), needs)):
            self.setColumnWidth(number, width)
        self._is_sharing = False

    def _measure(self) -> None:
        """How wide each column's heading and first texts are; the first page of rows is read for painting anyway."""
        body, head = QFontMetrics(font("body", tabular=True)), QFontMetrics(self.horizontalHeader().font())
        strong = QFontMetrics(font("strong", tabular=True))
        rows = [row for n in range(min(self._rows.rowCount(), MEASURED_ROWS)) if (row := self._rows.row(n))]
        for number, column in enumerate(self._rows.columns):
            texts = {(column.text(row).replace("\n", " "), _is_strong(column, row)) for row in rows}
            metrics = ((strong if is_strong else body).horizontalAdvance(text) for text, is_strong in texts)
            widest = max(metrics, default=0) + _BESIDE[column.kind]
            mark = SORT_MARK if number == self.horizontalHeader().sortIndicatorSection() else 0
            heading = head.horizontalAdvance(column.heading) + mark
            least = body.horizontalAdvance(self._rows.hint(number))
            most = max(self._most[number], max(widest, least) + 2 * PAD + 1, heading + 2 * PAD)
            self._most[number] = min(most, WIDEST)
            self._headings[number] = heading + 2 * PAD
        self._share_width()

    def _resized_by_hand(self, number: int) -> None:
        if not self._is_sharing:
            self._by_hand.add(number)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._rows.row(index.row()))

    def _row_at(self, index: QModelIndex) -> Row | None:
        return self._rows.row(index.row()) if index.isValid() else None

    def _remember(self) -> None:
        rows, index = self._rows, self.currentIndex()
        self._kept = None
        if index.isValid() and index.row() < rows.rowCount():
            self._kept = rows.ids[index.row()] if isinstance(rows, PagedRows) else rows.row(index.row())

    def _put_back(self) -> None:
        """After looking again the same record stays current, where it still is in the list."""
        rows = self._rows
        if self._kept is None:
            return
        if isinstance(rows, PagedRows):
            number = next((n for n, number in enumerate(rows.ids) if number == self._kept), -1)
        else:
            number = next((n for n in range(rows.rowCount()) if rows.row(n) == self._kept), -1)
        if number >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(rows.index(number, 0), flags)


def _is_strong(column: Column, row: Row) -> bool:
    return column.tone is not None and column.tone(row) == "strong"
