"""Figures on the pages in sight: which one is under the pointer, told by a hint, chosen by a click."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QMouseEvent
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QToolTip

_POINTS_PER_INCH = 72.0


class Place(Protocol):
    """Where a code or value stands: page from 0, its rectangle in points from the page's top left."""

    @property
    def page(self) -> int: ...
    @property
    def rect(self) -> tuple[float, float, float, float]: ...
    @property
    def code(self) -> str: ...


class FigurePlaces(QObject):
    """Watches the pages of a view; `chosen` tells the code of the figure that was clicked."""

    chosen = Signal(str)

    def __init__(self, view: QPdfView) -> None:
        super().__init__(view)
        self._view = view
        self._by_page: Mapping[int, list[Place]] = {}
        self._hints: Mapping[str, str] = {}
        view.viewport().installEventFilter(self)
        view.viewport().setMouseTracking(True)

    def show_places(self, places: Iterable[Place], hints: Mapping[str, str]) -> None:
        """Know these places; `hints` say of each code what stands there."""
        found: dict[int, list[Place]] = defaultdict(list)
        for place in places:
            found[place.page].append(place)
        self._by_page, self._hints = found, hints

    def at(self, point: QPoint) -> str:
        """The code of the figure at a point of the viewport, "" where there is none."""
        for page, rect, scale in self._pages():
            if rect.contains(QPointF(point)):
                x, y = (point.x() - rect.left()) / scale, (point.y() - rect.top()) / scale
                inside = (p for p in self._by_page.get(page, ()) if _holds(p.rect, x, y))
                # The smallest: the code of a tile lies within its value's place.
                found = min(inside, key=lambda p: p.rect[2] * p.rect[3], default=None)
                return found.code if found is not None else ""
        return ""

    def point_of(self, place: Place) -> QPoint | None:
        """The middle of a place in the viewport, as the pages lie now."""
        left, top, wide, high = place.rect
        for page, rect, scale in self._pages():
            if page == place.page:
                return QPointF(rect.left() + (left + wide / 2) * scale, rect.top() + (top + high / 2) * scale).toPoint()
        return None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not self._by_page:
            return False
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            return self._hover(event)
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            return self._click(event)
        if isinstance(event, QHelpEvent) and (code := self.at(event.pos())):
            QToolTip.showText(event.globalPos(), self._hints.get(code, code), self._view.viewport())
            return True
        return False

    def _hover(self, event: QMouseEvent) -> bool:
        code = self.at(event.position().toPoint())
        if code:
            self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        return bool(code)

    def _click(self, event: QMouseEvent) -> bool:
        code = self.at(event.position().toPoint())
        # With Ctrl the link is followed as in any reader: to the annex, or back to the text.
        if not code or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.chosen.emit(code)
        return event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)

    def _pages(self) -> Iterable[tuple[int, QRectF, float]]:
        """Each page, where it lies in the viewport, and how many pixels a point has: as QPdfView lays pages out.

        The view has no public way to ask for this.
        """
        view, document = self._view, self._view.document()
        margins, spacing = view.documentMargins(), view.pageSpacing()
        sizes = [self._size(i) for i in range(document.pageCount())]
        whole = max((s.width() for s in sizes), default=0.0) + margins.left() + margins.right()
        across = max(whole, view.viewport().width())
        left, down = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
        y = float(margins.top())
        for page, size in enumerate(sizes):
            rect = QRectF((across - size.width()) / 2 - left, y - down, size.width(), size.height())
            if rect.top() > view.viewport().height():
                return
            if rect.bottom() >= 0:
                yield page, rect, size.width() / max(document.pagePointSize(page).width(), 1.0)
            y += size.height() + spacing

    def _size(self, page: int) -> QSizeF:
        view, document = self._view, self._view.document()
        margins = view.documentMargins()
        dots = QGuiApplication.primaryScreen().logicalDotsPerInch() / _POINTS_PER_INCH
        size = document.pagePointSize(page) * dots
        inside = view.viewport().size()
        if view.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            wide = inside.width() - margins.left() - margins.right()
            return size * (wide / max(size.width(), 1.0))
        if view.zoomMode() == QPdfView.ZoomMode.FitInView:
            room = QSizeF(inside.width() - margins.left() - margins.right(), inside.height() - view.pageSpacing())
            return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return size * view.zoomFactor()


def _holds(rect: tuple[float, float, float, float], x: float, y: float) -> bool:
    left, top, wide, high = rect
    return left - 1 <= x <= left + wide + 1 and top - 1 <= y <= top + high + 1
