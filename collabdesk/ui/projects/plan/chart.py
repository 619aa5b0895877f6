"""A chart of the plan on a page that scrolls; the head of a long one stays in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from collabdesk.domain.figures import Figure
from collabdesk.ui.charts import ZOOM, ChartView
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.widgets import EmptyState, row

HEAD = 54.0  # points of a chart's drawing that hold its time axis, with the margin above


class _Head(QWidget):
    """The chart's own head again, over the chart while it is scrolled."""

    def __init__(self, chart: ChartView, area: QScrollArea) -> None:
        super().__init__(area.viewport())
        self._chart, self._area = chart, area
        area.verticalScrollBar().valueChanged.connect(self._follow)
        area.horizontalScrollBar().valueChanged.connect(self._follow)
        self.hide()

    def _follow(self) -> None:
        is_away = self._area.verticalScrollBar().value() > 0
        self.setVisible(is_away)
        if is_away:
            self.setGeometry(0, 0, self._area.viewport().width(), round(HEAD * ZOOM))
            self.raise_()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        image = self._chart.image
        if image is None:
            return
        painter = QPainter(self)
        left, ratio = self._area.horizontalScrollBar().value(), image.devicePixelRatio()
        part = QRectF(left * ratio, 0, self.width() * ratio, self.height() * ratio)
        painter.drawImage(QRectF(0, 0, self.width(), self.height()), image, part)
        painter.setPen(self.palette().mid().color())
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


class _Area(QScrollArea):
    """Scrolls vertically; the chart is as wide as the page."""

    def __init__(self, chart: ChartView) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(chart)
        self._head = _Head(chart, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head._follow()


class PlanChart(QWidget):
    """The chart called `name`, or `empty` said where there is nothing to draw; `tools` stand above."""

    def __init__(self, desk: Desk, name: str, empty: EmptyState, tools: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._name = name
        self.chart = ChartView(desk, name)
        self.chart.setMinimumWidth(720)
        frame = QFrame()
        frame.setProperty("framed", True)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(_Area(self.chart))
        self._stack = QStackedWidget()
        self._stack.addWidget(frame)
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        if tools:
            column.addLayout(row(*tools, None))
        column.addWidget(self._stack, 1)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Draw anew."""
        from collabdesk.usecases import charts

        has_rows = charts.has_rows(self._name, figures)
        self._stack.setCurrentIndex(0 if has_rows else 1)
        if has_rows:
            self.chart.show_figures(figures)
