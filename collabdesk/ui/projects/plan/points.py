"""Milestones and deliverables: typed as in a spreadsheet, moved by their own acts, with their evidence below."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain import deliverable_kinds, deliverables, milestones
from collabdesk.domain.amendments import Amendment
from collabdesk.domain.dates import IsoDate, today
from collabdesk.domain.projects import Project
from collabdesk.domain.statuses import Moves
from collabdesk.ui import entry
from collabdesk.ui.columns import Column, Row, day
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.parts.moves import MoveButtons
from collabdesk.ui.projects.plan import columns
from collabdesk.ui.projects.plan.asking import AchievedDialog, CancelDialog, ReplanDialog
from collabdesk.ui.projects.plan.packages import why_frozen
from collabdesk.ui.projects.plan.proofs import Proofs
from collabdesk.ui.projects.plan.reading import Read
from collabdesk.ui.texts import status_text
from collabdesk.usecases import edits

translate = QCoreApplication.translate


class Points(QWidget):
    """What both lists share; `noun` says which one it is."""

    noun = ""
    moves: Moves

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk, self._project_id = desk, project.id or 0
        self._read = Read()
        self.buttons = MoveButtons(self.moves, self.go_to)
        self.panel = entry.EntryPanel(
            desk, self.noun, self.columns(), where={"project_id": project.id}, called=self.called(),
            search_hint=self.hint(), placeholder=self.empty(), closed=self.why_closed, also=(), tools=[self.buttons],
        )  # fmt: skip
        self.search = self.panel.search
        self.proofs = Proofs(desk, self._project_id, self.noun)
        self.buttons.follow(self.panel)
        self.panel.table.selectionModel().currentChanged.connect(lambda *_: self._follow())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addWidget(self.panel, 1)
        column.addWidget(self.proofs)

    def columns(self) -> Sequence[Column]:
        raise NotImplementedError

    def called(self) -> str:
        """The records in the labels of undo."""
        raise NotImplementedError

    def hint(self) -> str:
        raise NotImplementedError

    def empty(self) -> str:
        raise NotImplementedError

    def why_closed(self, _row: Row) -> str:
        """Why a record cannot be typed over or deleted; "" when it can."""
        return ""

    def why_frozen(self, row: Row) -> str:
        """Why the approved day cannot be typed over."""
        return why_frozen(self._read.is_frozen(self.noun, row))

    def slip(self, row: Row) -> int | None:
        return self._read.slip(self.noun, row)

    def files(self, row: Row) -> int:
        return self._read.files_of(self.noun, row)

    def show_read(self, found: Read) -> None:
        """The plan was looked at anew."""
        self._read = found
        self.panel.table.fit_columns()
        self.panel.table.viewport().update()

    def _follow(self) -> None:
        self.proofs.follow(self.panel.table.current_row())

    def go_to(self, current: Row, status: str) -> None:
        """Move the record, asking first for what belongs to the move."""
        self.move_on(current, status)

    def move_on(self, current: Row, status: str, **fields: Any) -> None:
        """Move the record in one step of undo."""
        name = current.get("code") or current.get("title")
        step = translate("Plan", "Set {name} to {status}").format(name=name, status=status_text(status))
        workspace, number = self._desk.workspace, cast(int, current["id"])
        work = partial(edits.move, workspace, self.noun, number, status, step, **fields)
        self._desk.write(step, work, owner=self)


class Milestones(Points):
    """Achieved with a file, planned anew with a baseline, cancelled by an amendment."""

    noun, moves = "milestone", milestones.STATUSES

    def columns(self) -> Sequence[Column]:
        title = QT_TRANSLATE_NOOP
        return (
            entry.words(title("Columns", "No."), "code", width=96),
            entry.words(title("Columns", "Milestone"), "title", width=0),
            columns.plan_day(title("Columns", "Baseline"), "baseline", open_for=self.why_frozen),
            columns.plan_day(title("Columns", "Forecast"), "forecast", open_for=self._why_reached),
            day(title("Columns", "Achieved"), "achieved"),
            columns.slip(self.slip),
            columns.status(),
            columns.evidence(self.files, lambda row: row.get("status") == "achieved" or bool(row.get("achieved"))),
            entry.reference("work_package", title("Columns", "Work package"), width=122),
            columns.lead(title("Columns", "Lead")),
            entry.words(title("Columns", "Means of verification"), "verification", width=200),
            entry.words(title("Columns", "Waits for"), "predecessors", width=110),
            entry.quantity(title("Columns", "Weight"), "weight", width=90),
            entry.yes(title("Columns", "Critical"), "critical", width=84),
            entry.words(title("Columns", "Reason of delay"), "delay_reason", width=180),
        )  # fmt: skip

    def called(self) -> str:
        return translate("Plan", "milestones")

    def hint(self) -> str:
        return self.tr("Search milestones")

    def empty(self) -> str:
        return self.tr("No milestones are recorded. Type the first one here.")

    def _why_reached(self, row: Row) -> str:
        return self.tr("It is achieved: nothing is left to forecast.") if row.get("achieved") else ""

    def go_to(self, current: Row, status: str) -> None:
        if status == "achieved":
            asked = AchievedDialog(current, self.files(current), self)
            asked.achieved.connect(partial(self.achieve, current))
            asked.open()
        elif status == "cancelled":
            found = self._desk.workspace.find("amendment", project_id=self._project_id)
            codes = [cast(Amendment, a).code for a in found]
            cancelling = CancelDialog(current, codes, self)
            cancelling.cancelled.connect(partial(self.cancel, current))
            cancelling.open()
        elif status == "planned":
            planning = ReplanDialog(current, self)
            planning.planned.connect(partial(self.replan, current))
            planning.open()
        else:
            self.move_on(current, status)

    def achieve(self, current: Row, on: Any, means: str, proof: Any) -> None:
        """Set as achieved with its evidence."""
        from collabdesk.usecases.plan import milestones as acts

        work = partial(acts.achieve, self._desk.workspace, cast(int, current["id"]), on, proof, verification=means)
        self._desk.write(self.tr("Set as achieved"), work, owner=self)

    def cancel(self, current: Row, amendment: str) -> None:
        """Cancel by the amendment."""
        from collabdesk.usecases.plan import milestones as acts

        work = partial(acts.cancel, self._desk.workspace, cast(int, current["id"]), amendment)
        self._desk.write(self.tr("Cancel the milestone"), work, owner=self)

    def replan(self, current: Row, due: Any, reason: str, decision: str, decided_on: str | None) -> None:
        """Plan anew with a further baseline."""
        from collabdesk.usecases.plan import milestones as acts

        work = partial(acts.replan, self._desk.workspace, cast(int, current["id"]), due.isoformat(), reason=reason,
                       decision=decision, decided_on=decided_on)  # fmt: skip
        self._desk.write(self.tr("Plan it anew"), work, owner=self)


class Deliverables(Points):
    """What was handed in is read-only until a revision is requested."""

    noun, moves = "deliverable", deliverables.STATUSES

    def columns(self) -> Sequence[Column]:
        title = QT_TRANSLATE_NOOP
        return (
            entry.words(title("Columns", "No."), "code", width=96),
            entry.words(title("Columns", "Deliverable"), "title", width=0),
            columns.coded(title("Columns", "Type"), "type", deliverable_kinds.TYPES),
            columns.coded(title("Columns", "Level"), "level", deliverable_kinds.LEVELS),
            columns.plan_day(title("Columns", "Due"), "due", open_for=self.why_frozen),
            columns.plan_day(title("Columns", "Forecast"), "forecast"),
            day(title("Columns", "Submitted"), "submitted_on"),
            columns.slip(self.slip),
            columns.status(),
            columns.evidence(self.files, lambda row: row.get("status") in deliverable_kinds.READ_ONLY),
            entry.reference("work_package", title("Columns", "Work package"), width=122),
            columns.lead(title("Columns", "Lead")),
            entry.words(title("Columns", "Waits for"), "predecessors", width=110),
            entry.words(title("Columns", "Description"), "description", width=200),
        )  # fmt: skip

    def called(self) -> str:
        return translate("Plan", "deliverables")

    def hint(self) -> str:
        return self.tr("Search deliverables")

    def empty(self) -> str:
        return self.tr("No deliverables are recorded. Type the first one here.")

    def why_closed(self, row: Row) -> str:
        if row.get("id") and row.get("status") in deliverable_kinds.READ_ONLY:
            said = self.tr("It is {status}: it changes only after a revision was requested.")
            return said.format(status=status_text(row["status"]).lower())
        return ""

    def go_to(self, current: Row, status: str) -> None:
        if status == "submitted":
            self.move_on(current, status, submitted_on=IsoDate(today().isoformat()))
        else:
            self.move_on(current, status)
