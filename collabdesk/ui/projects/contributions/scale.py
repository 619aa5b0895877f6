"""Scale and assessments typed above, each member's part and arrears below; a year's contributions can be called."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from collabdesk.domain.projects import Project
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry import EntryPanel
from collabdesk.ui.projects.contributions.columns import ASSESSMENTS, SCALE
from collabdesk.ui.projects.contributions.tables import Years
from collabdesk.ui.widgets import button
from collabdesk.usecases import contributions
from collabdesk.usecases.contributions.looking import View


class Scale(QWidget):
    """Two tables that are typed into, side by side, over the table that follows from them."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk, self._project = desk, project.id or 0
        where, begun = {"project_id": project.id}, {"currency": project.currency}
        self.call = button(self.tr("Call"), "arrow-right")
        self.call.setToolTip(self.tr("Make each member's part of the chosen year a contribution that is asked for"))
        self.call.clicked.connect(self.call_year)
        self.assessments = EntryPanel(
            desk, "assessment", ASSESSMENTS, where=where, defaults=begun, called=self.tr("assessments"),
            search_hint=self.tr("Search assessments"), placeholder=self.tr("No assessments are recorded."),
            tools=(self.call,), also=("project",),
        )  # fmt: skip
        self.scale = EntryPanel(
            desk, "scale_share", SCALE, where=where, defaults=begun, called=self.tr("scale of shares"),
            search_hint=self.tr("Search the scale"), placeholder=self.tr("No scale of shares is recorded."),
        )  # fmt: skip
        self.search = self.scale.search
        self.years = Years(desk)
        above = QSplitter(Qt.Orientation.Horizontal)
        above.addWidget(self.assessments)
        above.addWidget(self.scale)
        above.setChildrenCollapsible(False)
        above.setHandleWidth(GAP_M)
        above.setStretchFactor(0, 2)
        above.setStretchFactor(1, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addWidget(above, 5)
        column.addWidget(self.years, 4)
        self.assessments.table.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self._offer()

    def _offer(self) -> None:
        current = self.assessments.table.current_row()
        self.call.setEnabled(bool(current and current.get("id")))

    def call_year(self) -> None:
        """Call the contributions of the current assessment's year."""
        current = self.assessments.table.current_row()
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
