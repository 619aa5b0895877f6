"""Balance of the consortium: charts with the indices, tables by partner and country, contracts typed in place."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.dates import today
from collabdesk.domain.projects import Project
from collabdesk.ui.chart_cards import ChartCards
from collabdesk.ui.design.scale import GAP_M, HEADER_HEIGHT, ROW_HEIGHT
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry import EntryPanel
from collabdesk.ui.projects.balance.columns import CONTRACTS, COUNTRIES, INDICES, PARTNERS
from collabdesk.ui.projects.parts.figure_table import FigureTable
from collabdesk.ui.projects.parts.looking import Looking
from collabdesk.ui.projects.parts.read_table import ReadTable
from collabdesk.ui.projects.parts.segmented import Segmented
from collabdesk.ui.widgets import Page, label
from collabdesk.usecases.balance import View, view

_HEEDLESS = frozenset({"report", "audit", "finding", "recommendation", "indicator", "cost", "effort", "payment"})
_INDICES = ("concentration.hhi", "concentration.hhi-floor", "concentration.gini", "georeturn.check")
CHARTS = ("countries", "geo_return")


class Balance(Segmented):
    """What is read in the worker is shown side by side; references are printed, nothing is judged."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        number = project.id or 0
        self.indices = Indices(desk)
        self.countries = ReadTable(desk, COUNTRIES, self.tr("No partner has a country yet."))
        self.partners = ReadTable(desk, PARTNERS, self.tr("No partners are recorded."))
        self.contracts = EntryPanel(
            desk, "contract", CONTRACTS, where={"project_id": project.id}, defaults={"currency": project.currency},
            called=self.tr("contracts"), search_hint=self.tr("Search contracts"),
            placeholder=self.tr("No contracts are recorded."),
        )  # fmt: skip
        self.lay_out(
            [
                ("indices", self.tr("Concentration and return"), self.indices),
                ("countries", self.tr("By country"), self.countries),
                ("partners", self.tr("By partner"), self.partners),
                ("contracts", self.tr("Contracts"), self.contracts),
            ]
        )
        self._looking = Looking(
            desk, self, self.tr("Read the balance"), lambda: view(desk.workspace, number, today()), _HEEDLESS
        )
        self._looking.seen.connect(self._show)

    def _show(self, found: View | None) -> None:
        if found is None:
            return
        self.indices.show_view(found)
        self.countries.show_rows(found.countries)
        self.partners.show_rows(found.partners)


class Indices(Page):
    """Charts of shares and return over a table of the indices, and the reference points as a line below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._charts = ChartCards(desk)
        self.table = FigureTable(desk, self.tr("Nothing is recorded that shares could be counted from."), INDICES)
        self.reference = label("", "secondary", wrap=True)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self._charts)
        below = QWidget()
        inner = QVBoxLayout(below)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP_M)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.reference)
        self.column.addWidget(below, 1)

    def show_view(self, found: View) -> None:
        """Show the indices of a view and those charts that have something to show."""
        from collabdesk.usecases import charts

        figures = list(found.figures)
        indices = [f for f in figures if f.rule.split("@")[0] in _INDICES]
        self.table.show_figures(indices)
        self.table.setMinimumHeight(HEADER_HEIGHT + ROW_HEIGHT * (len(indices) + 1))  # the page scrolls, not the table
        text = self.tr("Reference points of the index of concentration, no verdict: {points}")
        self.reference.setText(text.format(points=found.reference) if found.reference else "")
        self._charts.show_charts([name for name in CHARTS if charts.has_rows(name, figures)], figures)
