"""A list of things that change: each its name, what was, what will be, and a note, with a place at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from collabdesk.ui.design.scale import GAP_M, GAP_S, font
from collabdesk.ui.design.theme import Theme

_LINE = 19
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
LINE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that changes. `old_note` and `new_note` say where the values come from; `right` a place or a
    difference; `tone` colours `right`."""

    name: str
    old: str
    new: str
    right: str = ""
    old_note: str = ""
    new_note: str = ""
    tone: str = "secondary"
    place: str = ""


class LinesModel(QAbstractListModel):
    """A few lines at hand."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []

    def show(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, number: int) -> Line:
        return self._lines[number]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tr("{name}: {old} becomes {new}").format(name=line.name, old=line.old, new=line.new)
        if role == Qt.ItemDataRole.ToolTipRole:
            before = self.tr("Before: {value}").format(value=line.old)
            now = self.tr("Now: {value}").format(value=line.new)
            return "\n".join(part for part in (line.name, before, line.old_note, now, line.new_note) if part)
        return None


class _Painter(QStyledItemDelegate):
    """Name and place above; below, before and now under one another so that figures can be compared."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._before, self._now = view.tr("Before"), view.tr("Now")

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, 3 * _LINE + 2 * GAP_S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        roles, line = self._theme.roles, index.data(LINE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(roles.selected))
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(roles.accent))
        painter.setPen(QColor(roles.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inside = rect.adjusted(GAP_M, GAP_S, -GAP_M, -GAP_S)
        top = QRect(inside.left(), inside.top(), inside.width(), _LINE)
        right = self._text(painter, top, line.right, "strong", getattr(roles, line.tone), is_right=True)
        self._text(painter, top.adjusted(0, 0, -right - GAP_S, 0), line.name, "strong", roles.text)
        start = max(QFontMetrics(font("small")).horizontalAdvance(word) for word in (self._before, self._now)) + GAP_M
        said = (
            (self._before, line.old, line.old_note, roles.secondary),
            (self._now, line.new, line.new_note, roles.text),
        )
        for number, (word, value, note, colour) in enumerate(said, 1):
            at = QRect(inside.left(), inside.top() + number * _LINE, inside.width(), _LINE)
            self._text(painter, at, word, "small", roles.muted)
            at.setLeft(at.left() + start)
            used = self._text(painter, at, value, "body", colour)
            self._text(painter, at.adjusted(used + GAP_S, 0, 0, 0), note, "small", roles.muted)
        painter.restore()

    def _text(
        self, painter: QPainter, rect: QRect, text: str, face: str, colour: str, *, is_right: bool = False
    ) -> int:
        """Paints a text in one line; gives the width that it took."""
        if not text or rect.width() < GAP_S:
            return 0
        painter.setFont(font(face, tabular=True))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, rect.width())
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return painter.fontMetrics().horizontalAdvance(shown)


class LinesView(QListView):
    """`pointed(line)` tells the one that the person is at, `opened(line)` the one that Enter or a click chose."""

    pointed = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel()
        self.setModel(self.lines)
        self.setItemDelegate(_Painter(theme, self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._point)
        self.clicked.connect(lambda index: self.opened.emit(self.lines.line(index.row())))
        theme.changed.connect(self.viewport().update)

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.lines.show(lines)

    def fit_height(self, most: int) -> None:
        """As tall as the lines are, up to `most` of them."""
        shown = min(max(1, self.lines.rowCount()), most)
        self.setMaximumHeight(shown * (3 * _LINE + 2 * GAP_S) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.lines.line(self.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _point(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pointed.emit(self.lines.line(index.row()))
