"""Overview of a project: its key figures, facts that can be typed over, and charts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot

from collabdesk.domain.dates import today
from collabdesk.domain.figures import Figure
from collabdesk.domain.projects import Project
from collabdesk.ui.chart_cards import ChartCards
from collabdesk.ui.design.scale import GAP_L, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.figuretiles import TileRow, Wanted
from collabdesk.ui.projects.parts.project_facts import ProjectFacts
from collabdesk.ui.widgets import Page

CHARTS = ("budget", "contributions", "milestones", "shares", "indicators", "achievement")
SHOWN_CHARTS = 4
_ACROSS = 2


class Overview(Page):
    """Looks again at every change of the project's records."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk = desk
        self._id = project.id or 0
        self._code = project.code
        self.column.setContentsMargins(PAGE_MARGIN, GAP_L, PAGE_MARGIN, GAP_L)
        self._tiles = TileRow(
            (
                Wanted("funding", self.tr("Funding"), "coins", beside="total-cost"),
                Wanted("absorption", self.tr("Budget used"), "chart", beside="expended"),
                Wanted("delivery", self.tr("Contributions delivered"), "partners", "received", self.tr("Received")),
                Wanted(
                    "milestones-overdue", self.tr("Milestones overdue"), "flag", "milestones", self.tr("Planned in all")
                ),
            )
        )
        self.column.addWidget(self._tiles)
        self.facts = ProjectFacts(desk, project)
        self.column.addWidget(self.facts)
        self._charts = ChartCards(desk, _ACROSS)
        self.column.addLayout(self._charts)
        self.column.addStretch(1)
        desk.changed.connect(self._hear)
        self._compute()

    def _refresh_facts(self) -> None:
        project = self._desk.workspace.get("project", self._id)
        if isinstance(project, Project):
            self._code = project.code
            self.facts.show_project(project)

    def _compute(self) -> None:
        from collabdesk.usecases.figures import figures

        workspace, code = self._desk.workspace, self._code
        self._desk.tasks.run(
            self.tr("Compute figures"),
            lambda _progress, _is_cancelled: figures(workspace, code, today()),
            owner=self,
            done=self._show_figures,
            is_quiet=True,
        )

    def _show_figures(self, found: list[Figure]) -> None:
        from collabdesk.usecases import charts

        self._tiles.show_figures(found)
        names = [name for name in CHARTS if charts.has_rows(name, found)][:SHOWN_CHARTS]
        self._charts.show_charts(names, found)

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if "project" in change.nouns:
            self._refresh_facts()
        if change.nouns - {"report", "audit", "finding", "recommendation"}:
            self._compute()
