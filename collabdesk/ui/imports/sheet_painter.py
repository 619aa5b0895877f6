"""Paints the cells of a sheet: what each is by its ground, what is wrong with it by a mark as well."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from collabdesk.ui.design.roles import Roles
from collabdesk.ui.design.scale import font
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports.cells import CellsModel
from collabdesk.ui.imports.sheet_tones import CellTone

PAD = 6
_MARK = 8
_NUMBER = re.compile(r"^[-+(]?[€$£]?\s?[\d][\d.,'\s\u00a0\u202f]*\)?\s?[%€$£]?$")
# Flags are put together once: to do it for each cell takes longer than to paint its text.
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_WRAPPED = _LEFT | Qt.TextFlag.TextWordWrap
_Index = QModelIndex | QPersistentModelIndex


def tone_ground(roles: Roles, tone: CellTone) -> QBrush | None:
    """The ground that a cell of this meaning has; None for the sheet's own. What is left behind is hatched."""
    if tone == CellTone.ASIDE:
        return QBrush(QColor(roles.edge), Qt.BrushStyle.BDiagPattern)
    if tone == CellTone.REJECTED:
        return QBrush(QColor(roles.bad_soft), Qt.BrushStyle.Dense3Pattern)
    colour = {
        CellTone.HEADER: roles.pressed,
        CellTone.MAPPED: roles.accent_soft,
        CellTone.WARNING: roles.warn_soft,
        CellTone.ERROR: roles.bad_soft,
    }.get(tone)
    return QBrush(QColor(colour)) if colour else None


def tone_text(roles: Roles, tone: CellTone) -> str:
    """The colour of a cell's text."""
    return {
        CellTone.ASIDE: roles.secondary,
        CellTone.WARNING: roles.warn,
        CellTone.ERROR: roles.bad,
        CellTone.PLAIN: roles.secondary,
    }.get(tone, roles.text)


def draw_mark(painter: QPainter, rect: QRect, roles: Roles, tone: CellTone) -> None:
    """A filled corner for a problem, a ring for a warning: they are told apart without their colours."""
    if tone not in (CellTone.ERROR, CellTone.WARNING):
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    right, top = float(rect.right()) + 1, float(rect.top())
    if tone == CellTone.ERROR:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.bad))
        corner = [QPointF(right - _MARK, top), QPointF(right, top), QPointF(right, top + _MARK)]
        painter.drawPolygon(QPolygonF(corner))
    else:
        painter.setPen(QPen(QColor(roles.warn), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(right - 6, top + 6), 2.5, 2.5)


class SheetPainter(QStyledItemDelegate):
    """Paints a CellsModel; headers wrap, all else is one line, numbers stand at the right."""

    def __init__(self, theme: Theme, view: QTableView, cells: CellsModel) -> None:
        super().__init__(view)
        self._theme, self._view, self._cells = theme, view, cells
        self._faces = {True: font("label"), False: font("small", tabular=True)}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        self.paint_cell(painter, rect, index)
        if state & QStyle.StateFlag.State_Selected:
            self._choose(painter, rect, index)
        painter.restore()

    def paint_cell(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """The cell without what marks it as chosen."""
        roles = self._theme.roles
        tone = self._cells.tone(*self._cells.place(index))
        # The style has filled the cells of a chosen column already, which would hide what they mean.
        painter.fillRect(rect, QColor(roles.surface))
        if ground := tone_ground(roles, tone):
            painter.fillRect(rect, ground)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if text:
            self._text(painter, rect.adjusted(PAD, 0, -PAD, 0), text, tone, roles)
        draw_mark(painter, rect, roles, tone)

    def _text(self, painter: QPainter, inside: QRect, text: str, tone: CellTone, roles: Roles) -> None:
        is_header = tone == CellTone.HEADER
        painter.setFont(self._faces[is_header])
        painter.setPen(QColor(tone_text(roles, tone)))
        if is_header and inside.height() > 2 * painter.fontMetrics().height():
            painter.drawText(inside.adjusted(0, 2, 0, -2), _WRAPPED, text)
            return
        is_number = not is_header and bool(_NUMBER.match(text))
        align = _RIGHT if is_number else _LEFT
        painter.drawText(
            inside, align, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        )

    def _choose(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """A frame around the current cell, lines along a chosen column: a filled selection would hide the colours."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.roles.accent), 2))
        if index == self._view.currentIndex():
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        else:
            painter.drawLine(rect.left() + 1, rect.top(), rect.left() + 1, rect.bottom())
            painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
