"""Assessments typed above, each member's part and arrears below; a year's contributions can be called."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.projects import Project
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry import EntryPanel
from collabdesk.ui.projects.contributions.columns import ASSESSMENTS
from collabdesk.ui.projects.contributions.tables import Years
from collabdesk.ui.widgets import button
from collabdesk.usecases import contributions
from collabdesk.usecases.contributions.looking import View


class Assessments(QWidget):
    """What is assessed in each year, over the table of members' years that follows from it and the scale."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk, self._project = desk, project.id or 0
        self.call = button(self.tr("Call this year"), "arrow-right")
        self.call.setToolTip(self.tr("Make each member's part of the chosen year a contribution that is asked for"))
        self.call.clicked.connect(self.call_year)
        self.panel = EntryPanel(
            desk, "assessment", ASSESSMENTS, where={"project_id": project.id},
            defaults={"currency": project.currency}, called=self.tr("assessments"),
            search_hint=self.tr("Search assessments"), placeholder=self.tr("No assessments are recorded."),
            tools=(self.call,), also=("project",),
        )  # fmt: skip
        self.search = self.panel.search
        self.years = Years(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addWidget(self.panel, 4)
        column.addWidget(self.years, 5)
        self.panel.table.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self._offer()

    def _offer(self) -> None:
        current = self.panel.table.current_row()
        self.call.setEnabled(bool(current and current.get("id")))

    def call_year(self) -> None:
        """Call the contributions of the current assessment's year."""
        current = self.panel.table.current_row()
        if not current or not current.get("id"):
            return
        workspace, project, year = self._desk.workspace, self._project, str(current.get("year") or "")
        step = self.tr("Call the contributions of {year}").format(year=year)
        told = self.tr("The contributions of {year} are called; they stand under Pledges and receipts.")
        self._desk.write(
            step,
            lambda: contributions.call_assessed(workspace, project, year, step),
            owner=self,
            done=lambda _: self._desk.tell(told.format(year=year)),
        )

    def show_view(self, found: View) -> None:
        """Show the members' years."""
        self.years.show_view(found)
