"""Partners of a project: their part in it, typed in place, with roles, votes and funding rates."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.participations import STATUSES
from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Row
from collabdesk.ui.design.scale import GAP_L, GAP_M, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry import EntryPanel
from collabdesk.ui.projects.contributions.columns import PARTICIPATIONS
from collabdesk.ui.projects.parts.moves import MoveButtons
from collabdesk.ui.texts import DASH, status_text
from collabdesk.usecases import edits


class Partners(QWidget):
    """One list; the moves of the current row's status stand beside the search field."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk = desk
        self.moves = MoveButtons(STATUSES, self.go_to)
        self.participations = EntryPanel(
            desk, "participation", PARTICIPATIONS, where={"project_id": project.id}, called=self.tr("partners"),
            search_hint=self.tr("Search partners"), placeholder=self.tr("No partners are recorded."),
            tools=(self.moves,),
        )  # fmt: skip
        self.moves.follow(self.participations)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_L, PAGE_MARGIN, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self.participations, 1)

    def search(self) -> None:
        """Put the cursor into the search field."""
        self.participations.search.setFocus()

    def go_to(self, current: Row, status: str) -> None:
        """Move the partner's part to another status."""
        workspace, number = self._desk.workspace, int(current["id"])
        text = QCoreApplication.translate("Plan", "Set {name} to {status}")
        step = text.format(name=current.get("partner_name") or DASH, status=status_text(status))
        self._desk.write(step, lambda: edits.move(workspace, "participation", number, status, step), owner=self)
