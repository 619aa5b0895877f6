"""Credit events of a project: typed in place until they are credited, moved with evidence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.credit_events import STATUSES, CreditEvent
from collabdesk.domain.dates import today
from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Row
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry import EntryPanel
from collabdesk.ui.projects.contributions.columns import CREDITS
from collabdesk.ui.projects.contributions.crediting import CreditDialog, RefuseDialog
from collabdesk.ui.projects.parts.moves import MoveButtons
from collabdesk.ui.texts import DASH, status_text
from collabdesk.usecases import contributions
from collabdesk.usecases.changes import Change
from collabdesk.usecases.contributions.typed import FINAL
from collabdesk.usecases.plan.evidence import Proof


class CreditEvents(QWidget):
    """The list with its moves right of the search field."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk = desk
        self.moves = MoveButtons(STATUSES, self.go_to)
        self.panel = EntryPanel(
            desk, "credit_event", CREDITS, where={"project_id": project.id}, called=self.tr("credit events"),
            closed=self._closed, search_hint=self.tr("Search credit events"),
            placeholder=self.tr("No credit events are recorded."), also=("project", "partner", "contribution"),
            tools=(self.moves,),
        )  # fmt: skip
        self.search = self.panel.search
        self.moves.follow(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addWidget(self.panel, 1)

    def _closed(self, event: Row) -> str:
        if event.get("status") in FINAL:
            text = self.tr("{name} is {status}, so it does not change any more.")
            return text.format(name=_name(event), status=status_text(event["status"]).lower())
        return ""

    def go_to(self, event: Row, status: str) -> None:
        """Move the event, asking for what the move needs."""
        number, workspace, step = int(event["id"]), self._desk.workspace, self._step(event, status)
        if status == "credited":
            hindered = self._hindered(number)
            if hindered:
                self._desk.fail(hindered)
                return
            dialog = CreditDialog(event, self)
            dialog.credited.connect(lambda day, said, proof: self._credit(number, step, day, said, proof))
            dialog.open()
        elif status == "refused":
            asked = RefuseDialog(event, self)
            asked.refused.connect(
                lambda why: self._write(step, lambda: contributions.refuse(workspace, number, step, reason=why))
            )
            asked.open()
        elif status == "claimed":
            self._write(step, lambda: contributions.claim(workspace, number, step))
        else:
            self._write(step, lambda: contributions.cancel(workspace, number, step))

    def _hindered(self, number: int) -> str:
        """Why there is no use in asking for evidence: the milestone is not achieved, no amount is stated."""
        event = self._desk.workspace.get("credit_event", number)
        return contributions.hindrance(self._desk.workspace, event, today()) if isinstance(event, CreditEvent) else ""

    def _credit(self, number: int, step: str, day: date, said: str, proof: Proof | None) -> None:
        workspace = self._desk.workspace
        self._write(step, lambda: contributions.credit(workspace, number, step, on=day, evidence=said, proof=proof))

    def _write(self, step: str, work: Callable[[], Change]) -> None:
        self._desk.write(step, work, owner=self)

    def _step(self, event: Row, status: str) -> str:
        text = QCoreApplication.translate("Plan", "Set {name} to {status}")
        return text.format(name=_name(event), status=status_text(status))


def _name(event: Row) -> str:
    return str(event.get("code") or event.get("title") or DASH)
