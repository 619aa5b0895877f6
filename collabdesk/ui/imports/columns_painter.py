"""Paints a row of the list of columns: header over samples, the field as a choice over how sure that is and why."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from collabdesk.ui.design import icons
from collabdesk.ui.design.roles import Roles
from collabdesk.ui.design.scale import RADIUS_SMALL, font
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports.columns import DOUBT, RECORD, ColumnsModel, Part, samples_text
from collabdesk.ui.imports.doubts import SURE
from collabdesk.ui.imports.dragging import Carried
from collabdesk.ui.imports.reasons import is_by_hand
from collabdesk.ui.imports.words import attribute_text, field_text, noun_text
from collabdesk.usecases.staged import StagedColumn

ROW = 62
PAD = 10
_BAR = 28
_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ColumnsPainter(QStyledItemDelegate):
    """`target` is the row that a dragged field is over, -1 for none."""

    def __init__(self, theme: Theme, view: QTableView, model: ColumnsModel, carried: Carried) -> None:
        super().__init__(view)
        self._theme, self._view, self._model, self._carried = theme, view, model, carried
        self.target = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(80, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        roles = self._theme.roles
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        column: StagedColumn = index.data(RECORD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(roles.selected))
        if index.row() == self.target:
            painter.fillRect(rect, QColor(roles.accent_soft))
        painter.setPen(QColor(roles.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        text = index.data(Qt.ItemDataRole.DisplayRole)
        match Part(index.column()):
            case Part.LETTER:
                self._focus_bar(painter, rect, index, roles)
                self._line(painter, rect.adjusted(PAD, 0, 0, 0), text, "label", roles.muted)
            case Part.HEADER:
                self._header(painter, rect, text, column, roles)
            case Part.FIELD:
                upper = QRect(rect.left() + PAD, rect.top() + 6, rect.width() - 2 * PAD, 30)
                lower = QRect(rect.left() + PAD, rect.top() + 38, rect.width() - 2 * PAD, 18)
                self._choice(painter, upper, text, column, self._is_target(index), roles)
                self._why(painter, lower, column, index.data(DOUBT), roles)
        painter.restore()

    def _is_target(self, index: _Index) -> bool:
        is_current = self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        return index.row() == self.target or (is_current and self._carried.field is not None)

    def _focus_bar(self, painter: QPainter, rect: QRect, index: _Index, roles: Roles) -> None:
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), QColor(roles.accent))

    def _header(self, painter: QPainter, rect: QRect, text: str, column: StagedColumn, roles: Roles) -> None:
        inside = rect.adjusted(PAD, 10, -PAD, -10)
        upper, lower = QRect(inside), QRect(inside)
        upper.setHeight(inside.height() // 2)
        lower.setTop(upper.bottom() + 1)
        if column.is_hidden:
            icons.draw(painter, "hidden", upper.topLeft() + QPoint(0, 2), 14, "muted")
            upper.setLeft(upper.left() + 20)
        self._line(painter, upper, text.replace("\n", " "), "strong", roles.text if column.field else roles.secondary)
        samples = samples_text(column) or self.tr("empty")
        self._line(painter, lower, samples, "small", roles.muted)

    def _choice(
        self, painter: QPainter, box: QRect, text: str, column: StagedColumn, is_target: bool, roles: Roles
    ) -> None:
        carried = self._carried.field if is_target and self._carried.field is not None else None
        pen = QPen(QColor(roles.accent if is_target else roles.edge if column.field else roles.line))
        if is_target:
            pen.setWidth(2)
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(roles.surface))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SMALL, RADIUS_SMALL)
        inside = box.adjusted(PAD, 0, -26, 0)
        if carried is not None:
            said = field_text(carried) if carried else self.tr("Left out")
            self._line(painter, inside, said, "body", roles.accent)
        elif column.field:
            name, noun = attribute_text(column.field), noun_text(column.field.partition(".")[0])
            self._line(painter, inside, name, "body", roles.text)
            inside.setLeft(inside.left() + QFontMetrics(font("body")).horizontalAdvance(f"{name}  "))
            self._line(painter, inside, noun, "small", roles.muted)
        else:
            self._line(painter, inside, text, "body", roles.muted)
        icons.draw(painter, "chevron-down", QPoint(box.right() - 21, box.center().y() - 6), 14, "secondary")

    def _why(self, painter: QPainter, inside: QRect, column: StagedColumn, doubt: str, roles: Roles) -> None:
        """A small bar for the score, then the reason in words; what is doubtful comes first and is marked."""
        rest = QRect(inside)
        if doubt:
            icons.draw(painter, "warning", QPoint(rest.left(), rest.center().y() - 6), 13, "warn")
            rest.setLeft(rest.left() + 18)
            painter.setFont(font("small"))
            self._line(painter, rest, doubt, "small", roles.warn)
            rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(f"{doubt}   "))
        elif column.field and not is_by_hand(column):
            self._bar(painter, QRectF(rest.left(), rest.center().y() - 1, _BAR, 4), column.score, roles)
            rest.setLeft(rest.left() + _BAR + 8)
        self._line(painter, rest, self._model.why(column), "small", roles.muted)

    def _bar(self, painter: QPainter, track: QRectF, score: float, roles: Roles) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.neutral_soft))
        painter.drawRoundedRect(track, 2, 2)
        track.setWidth(track.width() * max(0.1, min(1.0, score)))
        painter.setBrush(QColor(roles.accent if score >= SURE else roles.warn))
        painter.drawRoundedRect(track, 2, 2)

    def _line(self, painter: QPainter, rect: QRect, text: str, face: str, colour: str) -> None:
        if rect.width() < 8:
            return
        painter.setFont(font(face))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _LEFT, shown)
