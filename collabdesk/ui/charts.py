"""Charts in the window: the report's own drawings, made in the worker and shown crisp at every pixel ratio."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from collabdesk.domain.figures import Figure
from collabdesk.ui.desk import Desk

LEAST_WIDTH = 280
WAIT_MS = 60
ZOOM = 1.45  # the drawing's letters are made for paper; a screen is read from farther away


class ChartView(QWidget):
    """One chart of usecases.charts, drawn from figures; redrawn when its width or the theme changes."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._name = name
        self._figures: Sequence[Figure] = ()
        self._image: QImage | None = None
        self._drawn: tuple[Any, ...] = ()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self._draw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST_WIDTH)
        desk.theme.changed.connect(self._wait.start)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Draw the chart anew from these figures; it takes its own out of them."""
        from collabdesk.usecases import charts

        self._figures = figures
        self.setFixedHeight(round(charts.natural_height(self._name, figures) * ZOOM))
        self._drawn = ()
        self._wait.start()

    @property
    def image(self) -> QImage | None:
        """What is shown now, for whoever shows a part of it again."""
        return self._image

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wait.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._wait.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(0, 0, *self._logical()), self._image)
            painter.end()

    def _logical(self) -> tuple[float, float]:
        assert self._image is not None
        ratio = self._image.devicePixelRatio()
        return self._image.width() / ratio, self._image.height() / ratio

    def _draw(self) -> None:
        wanted = (self.width(), self.height(), self.devicePixelRatioF(), self._desk.theme.is_dark)
        if not self._figures or wanted == self._drawn or not self.isVisible():
            return
        self._drawn = wanted
        name, figures = self._name, self._figures
        self._desk.tasks.run(
            self.tr("Draw chart"),
            lambda _progress, _is_cancelled: picture(name, figures, *wanted),
            owner=self,
            done=self._show,
            is_quiet=True,
        )

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._wait.start()

    def _show(self, image: QImage) -> None:
        self._image = image
        self.update()


def picture(name: str, figures: Sequence[Figure], width: int, height: int, ratio: float, is_dark: bool) -> QImage:
    """The chart as an image of `width` by `height` at a pixel ratio. Any thread."""
    from collabdesk.usecases import charts

    pdf = charts.chart_pdf(name, figures, width / ZOOM, height / ZOOM, is_dark)
    return page_image(pdf, QSize(width, height), ratio)


def page_image(pdf: bytes, size: QSize, ratio: float, page: int = 0) -> QImage:
    """One page of a PDF as an image of a logical size. Any thread."""
    from PySide6.QtCore import QBuffer
    from PySide6.QtPdf import QPdfDocument

    content = QByteArray(pdf)
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)  # type: ignore[call-overload]
    document.load(buffer)
    image: QImage = document.render(page, QSize(round(size.width() * ratio), round(size.height() * ratio)))
    image.setDevicePixelRatio(ratio)
    document.close()
    buffer.close()
    return image
