"""What the colours of the sheet mean, on as many lines as the width asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from collabdesk.ui.design.scale import GAP_S, font
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports.sheet_painter import draw_mark, tone_ground
from collabdesk.ui.imports.sheet_tones import CellTone

_SWATCH = QSize(18, 13)
_LINE = 20


class Legend(QWidget):
    """Swatches with their words, wrapped."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said: Sequence[tuple[CellTone, str]] = (
            (CellTone.HEADER, self.tr("Header")),
            (CellTone.MAPPED, self.tr("Imported")),
            (CellTone.ASIDE, self.tr("Set aside")),
            (CellTone.REJECTED, self.tr("Rejected")),
            (CellTone.WARNING, self.tr("Warning")),
            (CellTone.ERROR, self.tr("Problem")),
        )
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(words for _, words in self._said))
        theme.changed.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self._places(self.width())[-1].bottom() + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("small"))
        roles = self._theme.roles
        for place, (tone, words) in zip(self._places(self.width()), self._said, strict=True):
            swatch = QRect(place.left(), place.center().y() - _SWATCH.height() // 2, _SWATCH.width(), _SWATCH.height())
            painter.setPen(QPen(QColor(roles.edge), 1))
            painter.setBrush(tone_ground(roles, tone) or QColor(roles.surface))
            painter.drawRect(swatch)
            draw_mark(painter, swatch, roles, tone)
            painter.setPen(QColor(roles.secondary))
            painter.drawText(place.adjusted(_SWATCH.width() + 6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _places(self, width: int) -> list[QRect]:
        metrics = QFontMetrics(font("small"))
        places, left, top = [], 0, 0
        for _, words in self._said:
            need = _SWATCH.width() + 6 + metrics.horizontalAdvance(words) + 2
            if left and left + need > width:
                left, top = 0, top + _LINE
            places.append(QRect(left, top, need, _LINE))
            left += need + GAP_S + 2
        return places
