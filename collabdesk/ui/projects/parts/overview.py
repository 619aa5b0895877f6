"""Overview of a project: its key figures, facts that can be typed over, and charts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from collabdesk.domain.dates import today
from collabdesk.domain.figures import Figure
from collabdesk.domain.projects import Project
from collabdesk.ui.charts import ChartView
from collabdesk.ui.dates import read_date
from collabdesk.ui.design.scale import GAP_L, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.figuretiles import TileRow, Wanted
from collabdesk.ui.texts import date_text, money_text, text
from collabdesk.ui.widgets import Card, FactGrid, Page, clear
from collabdesk.usecases import edits

CHARTS = ("budget", "contributions", "milestones", "shares", "indicators", "achievement")
SHOWN_CHARTS = 4


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
        self._facts = QVBoxLayout()
        self.column.addLayout(self._facts)
        self._charts = QGridLayout()
        self._charts.setSpacing(GAP_L)
        self._views: dict[str, tuple[Card, ChartView]] = {}
        self.column.addLayout(self._charts)
        self.column.addStretch(1)
        desk.changed.connect(self._hear)
        self._show_facts(project)
        self._compute()

    def _show_facts(self, project: Project) -> None:
        clear(self._facts)
        card = Card(self.tr("Facts"))
        grid = FactGrid()
        for name, field, value in self._editable(project):
            grid.add_field(name, value, partial(self._keep, field, name), is_wide=field == "title")
        for name, value in self._fixed(project):
            grid.add_text(name, text(value))
        card.column.addWidget(grid)
        self._facts.addWidget(card)

    def _editable(self, project: Project) -> Sequence[tuple[str, str, str]]:
        return (
            (self.tr("Title"), "title", text(project.title)),
            (self.tr("Acronym"), "acronym", text(project.acronym)),
            (self.tr("Coordinator"), "coordinator", text(project.coordinator)),
            (self.tr("Start"), "start", date_text(project.start)),
            (self.tr("End"), "end", date_text(project.end)),
        )

    def _fixed(self, project: Project) -> Sequence[tuple[str, str]]:
        return (
            (self.tr("Number"), project.code),
            (self.tr("Funder"), project.funder),
            (self.tr("Programme"), project.programme),
            (self.tr("Call"), project.call),
            (self.tr("Total cost"), money_text(project.total_cost, project.currency)),
            (self.tr("Funding"), money_text(project.funding, project.currency)),
        )

    def _keep(self, field: str, name: str, typed: str) -> None:
        try:
            value = read_date(typed) if field in ("start", "end") else typed
        except ValueError as error:
            self._desk.fail(str(error))
            self._refresh_facts()
            return
        step = QCoreApplication.translate("Overview", "Change {field} of {name}").format(field=name, name=self._code)
        workspace = self._desk.workspace
        self._desk.write(step, lambda: edits.edit(workspace, "project", self._id, step, **{field: value}), owner=self)

    def _refresh_facts(self) -> None:
        project = self._desk.workspace.get("project", self._id)
        if isinstance(project, Project):
            self._code = project.code
            self._show_facts(project)

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
        titles = {c.name: c.title for c in charts.CHARTS}
        names = [n for n in CHARTS if n in titles and charts.has_rows(n, found)][:SHOWN_CHARTS]
        for name in set(self._views) - set(names):
            self._views.pop(name)[0].deleteLater()
        for place, name in enumerate(names):
            if name not in self._views:
                card = Card(QCoreApplication.translate("Charts", titles[name]))
                view = ChartView(self._desk, name)
                card.column.addWidget(view)
                card.column.addStretch(1)
                self._views[name] = card, view
            self._charts.addWidget(self._views[name][0], place // 2, place % 2)
            self._views[name][1].show_figures(found)
        for column in (0, 1):
            self._charts.setColumnStretch(column, 1)

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if "project" in change.nouns:
            self._refresh_facts()
        if change.nouns - {"report", "audit", "finding", "recommendation"}:
            self._compute()
