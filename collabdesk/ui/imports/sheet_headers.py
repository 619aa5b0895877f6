"""The sheet's letters and row numbers, with the field that each column (or row) is imported as; fields drop there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from collabdesk.ui.design import icons
from collabdesk.ui.design.scale import font
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports.dragging import field_of

LINE = 24
NUMBERS = 52
FIELDS = 104
_ACROSS = Qt.Orientation.Horizontal


class SheetHeader(QHeaderView):
    """`dropped(section, field)` tells of a field that was dropped; `dragged(section)` that one is pulled away."""

    dropped = Signal(int, str)
    dragged = Signal(int)

    def __init__(self, orientation: Qt.Orientation, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self._fields: Mapping[int, str] = {}
        self._hidden: frozenset[int] = frozenset()
        self._rejected: frozenset[int] = frozenset()
        self._target = -1
        self._pressed, self._from = -1, QPointF()
        self.frozen: Callable[[], list[tuple[int, QRect]]] = list
        """The rows that are painted at the top although they lie above, each with its stripe."""
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        across = orientation == _ACROSS
        self.setAccessibleName(self.tr("Columns of the sheet") if across else self.tr("Rows of the sheet"))

    def show_fields(self, fields: Mapping[int, str], *, has_room: bool) -> None:
        """The names of fields by section number from 1; `has_room` keeps a place for them even where none is."""
        self._fields = fields
        if self.orientation() == _ACROSS:
            self.setFixedHeight(2 * LINE - 4 if has_room else LINE)
        else:
            self.setFixedWidth(NUMBERS + FIELDS if has_room else NUMBERS)
        self.viewport().update()

    def field(self, number: int) -> str:
        """The field's name at a section, counted from 1; "" where there is none."""
        return self._fields.get(number, "")

    def show_marks(self, hidden: frozenset[int], rejected: frozenset[int]) -> None:
        """Which sections are hidden in the file, and which could not be kept."""
        self._hidden, self._rejected = hidden, rejected
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        stripes = self.frozen()
        if stripes:
            painter = QPainter(self.viewport())
            for number, stripe in stripes:
                self.paintSection(painter, QRect(0, stripe.top(), self.width(), stripe.height()), number - 1)
            painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        roles, number = self._theme.roles, section + 1
        is_across = self.orientation() == _ACROSS
        painter.save()
        painter.fillRect(rect, QColor(roles.accent_soft if section == self._target else roles.surface))
        painter.setPen(QColor(roles.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        name, field = QRect(rect), QRect(rect)
        if is_across:
            name.setHeight(min(LINE, rect.height()) - 2)
            field.setTop(name.bottom() + 1)
        else:
            name.setWidth(min(NUMBERS, rect.width()))
            field.setLeft(name.right() + 1)
        is_hidden = number in self._hidden
        self._name(painter, name, section, is_hidden)
        if field.height() > 4 and field.width() > 4 and (said := self._fields.get(number)):
            self._field(painter, field.adjusted(3, 1 if is_across else 3, -4, -3), said)
        if number in self._rejected:
            self._corner(painter, rect)
        painter.restore()

    def _name(self, painter: QPainter, rect: QRect, section: int, is_hidden: bool) -> None:
        roles = self._theme.roles
        painter.setFont(font("label"))
        painter.setPen(QColor(roles.muted if is_hidden else roles.secondary))
        text = str(self.model().headerData(section, self.orientation(), Qt.ItemDataRole.DisplayRole))
        if is_hidden:
            icons.draw(painter, "hidden", QPoint(rect.left() + 4, rect.center().y() - 6), 13, "muted")
            rect = rect.adjusted(14, 0, 0, 0)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _field(self, painter: QPainter, rect: QRect, text: str) -> None:
        roles = self._theme.roles
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.accent_soft))
        painter.drawRoundedRect(rect, 4, 4)
        painter.setFont(font("label"))
        painter.setPen(QColor(roles.accent))
        inside = rect.adjusted(5, 0, -5, 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, shown)

    def _corner(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.roles.bad))
        left, top = float(rect.left()), float(rect.top())
        painter.drawPolygon(QPolygonF([QPointF(left, top), QPointF(left + 8, top), QPointF(left, top + 8)]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        is_resizing = self.viewport().cursor().shape() in (Qt.CursorShape.SplitHCursor, Qt.CursorShape.SplitVCursor)
        self._pressed = -1 if is_resizing else self.logicalIndexAt(event.position().toPoint())
        self._from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed < 0 or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif (event.position() - self._from).manhattanLength() >= QApplication.startDragDistance():
            section, self._pressed = self._pressed, -1
            self.dragged.emit(section)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = -1
        super().mouseReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if field_of(event) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        self.aim_at(section if field_of(event) is not None else -1)
        if section >= 0 and field_of(event) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.aim_at(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        field, section = field_of(event), self.logicalIndexAt(event.position().toPoint())
        self.aim_at(-1)
        if field is not None and section >= 0:
            event.acceptProposedAction()
            self.dropped.emit(section, field)

    def aim_at(self, section: int) -> None:
        """Show where a field that is dragged would land; -1 for nowhere."""
        if section != self._target:
            self._target = section
            self.viewport().update()
