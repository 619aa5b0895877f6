"""The program's own line icons, tinted with the present theme whenever they are painted."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from collabdesk import paths
from collabdesk.ui.design.roles import LIGHT, Roles

_present: list[Roles] = [LIGHT]


def use_roles(roles: Roles) -> None:
    """From now on icons are painted in these roles; the caller repaints its widgets."""
    _present[0] = roles


@lru_cache(maxsize=256)
def svg(name: str, colour: str) -> bytes:
    """The icon's drawing in one colour."""
    text = paths.resources("icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", colour).encode()


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, width: int, height: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    side = min(pixmap.width(), pixmap.height())
    QSvgRenderer(QByteArray(svg(name, colour))).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _plain(roles: Roles, mode: QIcon.Mode, state: QIcon.State, tone: str) -> str:
    if mode == QIcon.Mode.Disabled:
        return roles.edge
    if tone:
        return str(getattr(roles, tone))
    return roles.accent if state == QIcon.State.On else roles.secondary


class _Engine(QIconEngine):
    """Paints one SVG in the colour that the theme has at that moment, crisp at every pixel ratio."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name, self._tone = name, tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # A button asks for a wider rectangle to keep its text at a distance; the drawing stays square at the left.
        colour = _plain(_present[0], mode, state, self._tone)
        return _pixmap(self._name, colour, size.width(), size.height(), scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tone)

    def isNull(self) -> bool:
        return False


def icon(name: str, tone: str = "") -> QIcon:
    """An icon of resources/icons by file name; `tone` names a colour role (default: secondary, accent when checked)."""
    return QIcon(_Engine(name, tone))


def draw(painter: QPainter, name: str, at: QPoint, size: int, tone: str) -> None:
    """Paint one icon at a point, in a colour role."""
    colour = getattr(_present[0], tone)
    painter.drawPixmap(at, _pixmap(name, colour, size, size, painter.device().devicePixelRatioF()))
