"""Carrying a field to a column or a column to a field: by mouse as a drag, by keyboard as something picked up."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QDropEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from collabdesk.ui.design.roles import Roles
from collabdesk.ui.design.scale import RADIUS_SMALL, font
from collabdesk.usecases.staged import StagedColumn

_FIELD = "application/x-collabdesk-field"
_COLUMN = "application/x-collabdesk-column"
_LONGEST = 280


def field_mime(field: str) -> QMimeData:
    """A field ("" leaves a column out) on its way to a column."""
    mime = QMimeData()
    mime.setData(_FIELD, field.encode())
    return mime


def column_mime(column: StagedColumn) -> QMimeData:
    """A column on its way to a field."""
    mime = QMimeData()
    mime.setData(_COLUMN, column.letter.encode())
    return mime


def field_of(event: QDropEvent) -> str | None:
    """The field that is dragged; None where it is something else."""
    mime = event.mimeData()
    return bytes(mime.data(_FIELD).data()).decode() if mime.hasFormat(_FIELD) else None


def is_column(event: QDropEvent) -> bool:
    """Is a column dragged?"""
    return event.mimeData().hasFormat(_COLUMN)


def drag(source: QWidget, mime: QMimeData, text: str, roles: Roles) -> None:
    """Drag with a label at the pointer, until it is dropped."""
    carried = QDrag(source)
    carried.setMimeData(mime)
    carried.setPixmap(_label(text, roles, source.devicePixelRatioF()))
    carried.setHotSpot(QPoint(-10, -6))
    carried.exec(Qt.DropAction.CopyAction)


def _label(text: str, roles: Roles, ratio: float) -> QPixmap:
    face = font("label")
    painter = QPainter(probe := QPixmap(1, 1))
    painter.setFont(face)
    metrics = painter.fontMetrics()
    painter.end()
    del probe
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, _LONGEST)
    width, height = metrics.horizontalAdvance(shown) + 24, metrics.height() + 12
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(roles.accent))
    painter.setBrush(QColor(roles.accent_soft))
    painter.drawRoundedRect(0, 0, width - 1, height - 1, RADIUS_SMALL, RADIUS_SMALL)
    painter.setFont(face)
    painter.setPen(QColor(roles.text))
    painter.drawText(12, 6 + metrics.ascent(), shown)
    painter.end()
    return pixmap


class Carried(QObject):
    """What the person carries: a field or a column picked up by keyboard, or the column that a drag began with.

    `changed` tells that something was picked up or let go; `landed(column, field)` that both were brought together.
    """

    changed = Signal()
    landed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.field: str | None = None
        self.column: StagedColumn | None = None

    def pick_field(self, field: str) -> None:
        """Carry a field to a column."""
        self.field, self.column = field, None
        self.changed.emit()

    def pick_column(self, column: StagedColumn) -> None:
        """Carry a column to a field."""
        self.field, self.column = None, column
        self.changed.emit()

    def let_go(self) -> None:
        """Carry nothing any more."""
        if self.field is not None or self.column is not None:
            self.field = self.column = None
            self.changed.emit()

    def land_on_column(self, column: StagedColumn) -> None:
        """Bring the carried field to this column."""
        field = self.field
        self.let_go()
        if field is not None:
            self.landed.emit(column, field)

    def land_on_field(self, field: str) -> None:
        """Bring the carried column to this field ("" leaves it out)."""
        column = self.column
        self.let_go()
        if column is not None:
            self.landed.emit(column, field)
