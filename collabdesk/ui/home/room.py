"""Home: the portfolio at a glance, what needs attention, what was imported last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from collabdesk.domain.dates import today
from collabdesk.ui.chart_cards import ChartCards
from collabdesk.ui.design.scale import GAP_L
from collabdesk.ui.desk import Desk
from collabdesk.ui.figuretiles import TileRow, Wanted
from collabdesk.ui.home.attention import AttentionCard
from collabdesk.ui.home.recent import RecentImports
from collabdesk.ui.home.welcome import Welcome
from collabdesk.ui.reports.noticing import notice
from collabdesk.ui.texts import date_text
from collabdesk.ui.widgets import Page, PageHeader, primary

if TYPE_CHECKING:
    from collabdesk.domain.figures import Figure
    from collabdesk.usecases.home import Home

CHARTS = ("budget", "contributions", "milestones", "achievement")
SHOWN_CHARTS = 2
FIRST_LOOK_MS = 20


class HomeRoom(QStackedWidget):
    """Shows a welcome while the database is empty, the portfolio afterwards."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_stale = False
        self._welcome = Welcome(desk)
        self._page = Page(gap=GAP_L)
        self._fill_page()
        self.addWidget(self._page)
        self.addWidget(self._welcome)
        if desk.workspace.was_blank:
            self.setCurrentWidget(self._welcome)
        desk.changed.connect(self._hear)
        # The window is painted first: what Home shows comes from the worker.
        QTimer.singleShot(FIRST_LOOK_MS, self, self._look)

    def _fill_page(self) -> None:
        import_ = primary(self.tr("Import a spreadsheet"), "imports")
        import_.setToolTip(self.tr("Import a funder's spreadsheet (Ctrl+I)"))
        import_.clicked.connect(lambda: self._desk.go("imports", choose=True))
        self._header = PageHeader(self.tr("Portfolio"), " ", import_)
        self._tiles = TileRow(
            (
                Wanted("projects", self.tr("Projects"), "", "partners"),
                Wanted("funding", self.tr("Funding"), "", "total-cost"),
                Wanted("absorption", self.tr("Budget used"), "", "expended"),
                Wanted("delivery", self.tr("Contributions delivered"), "", "past-due", self.tr("Past due")),
                Wanted(
                    "milestones-overdue",
                    self.tr("Milestones overdue"),
                    "",
                    "deliverables-overdue",
                    self.tr("Deliverables overdue"),
                ),
            ),
            is_active=True,
        )
        self._tiles.pressed.connect(lambda _: self._desk.go("projects"))
        self._attention = AttentionCard(self._desk)
        self._recent = RecentImports(self._desk)
        columns = QHBoxLayout()
        columns.setSpacing(GAP_L)
        columns.addWidget(self._attention, 3)
        columns.addWidget(self._recent, 2)
        self._charts = ChartCards(self._desk)
        self._page.column.addWidget(self._header)
        self._page.column.addWidget(self._tiles)
        self._page.column.addLayout(columns)
        self._page.column.addLayout(self._charts)
        self._page.column.addStretch(1)

    def _look(self) -> None:
        self._desk.tasks.run(
            self.tr("Look over the portfolio"), self._gather, owner=self, done=self._show, is_quiet=True
        )

    def _gather(self, *_: Any) -> Home:
        # In the worker: the use cases and what they import come after the first paint.
        from collabdesk.usecases import home

        return home.home(self._desk.workspace, today())

    def _show(self, seen: Home) -> None:
        self.setCurrentWidget(self._welcome if seen.is_empty else self._page)
        text = QCoreApplication.translate("HomeRoom", "All projects as of {day}")
        self._header.show_texts(self.tr("Portfolio"), text.format(day=date_text(seen.as_of)))
        self._tiles.show_figures(seen.figures)
        self._attention.show_list(seen.attention, seen.hidden)
        self._recent.look()
        notice(self._desk, self)
        self._desk.tasks.run(
            self.tr("Look for charts"),
            lambda *_: _charts(seen.figures),
            owner=self,
            done=lambda shown: self._charts.show_charts(shown, seen.figures),
            is_quiet=True,
        )

    def enter(self, **_: Any) -> None:
        """Coming back after changes elsewhere, look again."""
        if self._is_stale:
            self._is_stale = False
            self._look()

    @Slot(object)
    def _hear(self, _change: Any) -> None:
        if self.isVisible():
            self._look()
        else:
            self._is_stale = True


def _charts(figures: Sequence[Figure]) -> list[str]:
    """The first few charts that have something to show. In the worker: it imports what draws."""
    from collabdesk.usecases import charts

    return [name for name in CHARTS if charts.has_rows(name, figures)][:SHOWN_CHARTS]
