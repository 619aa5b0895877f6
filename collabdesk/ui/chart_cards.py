"""Charts beside one another, each in a card with its title; only those that have something to show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout

from collabdesk.domain.figures import Figure
from collabdesk.ui.design.scale import GAP_L
from collabdesk.ui.desk import Desk
from collabdesk.ui.widgets import Card

if TYPE_CHECKING:
    from collabdesk.ui.charts import ChartView


class ChartCards(QGridLayout):
    """`across` stand in one row, all where it is 0; a chart that is still shown keeps its picture."""

    def __init__(self, desk: Desk, across: int = 0) -> None:
        super().__init__()
        self._desk, self._across = desk, across
        self._views: dict[str, tuple[Card, ChartView]] = {}
        self.setSpacing(GAP_L)

    def show_charts(self, names: Iterable[str], figures: Sequence[Figure]) -> None:
        """The charts of these names, drawn from the figures."""
        shown = list(names)
        for name in set(self._views) - set(shown):
            self._views.pop(name)[0].deleteLater()
        for place, name in enumerate(shown):
            if name not in self._views:
                self._views[name] = self._made(name)
            card, view = self._views[name]
            line, column = divmod(place, self._across) if self._across else (0, place)
            self.addWidget(card, line, column)
            view.show_figures(figures)
        for column in range(max(self.columnCount(), self._across)):
            self.setColumnStretch(column, 1 if column < (self._across or len(shown)) else 0)

    def _made(self, name: str) -> tuple[Card, ChartView]:
        # The first chart brings what draws: a window that starts has none yet.
        from collabdesk.ui.charts import ChartView
        from collabdesk.usecases import charts

        title = next(chart.title for chart in charts.CHARTS if chart.name == name)
        card, view = Card(QCoreApplication.translate("Charts", title)), ChartView(self._desk, name)
        card.column.addWidget(view)
        card.column.addStretch(1)
        return card, view
