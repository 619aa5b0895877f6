"""The payments of a project in four ways: costs and what is requested, the schedule, the books, the distribution."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.dates import today
from collabdesk.domain.payments import KINDS, STATUSES
from collabdesk.domain.projects import Project
from collabdesk.domain.statuses import Moves
from collabdesk.ui.columns import Row, status
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry import EntryPanel, amount, choice, day, reference, words
from collabdesk.ui.projects.parts.as_of import AsOf
from collabdesk.ui.projects.parts.looking import Looking
from collabdesk.ui.projects.parts.moves import MoveButtons
from collabdesk.ui.projects.parts.segmented import Segmented
from collabdesk.ui.projects.payments.distribution import Distribution
from collabdesk.ui.projects.payments.eligible import EligibleCosts
from collabdesk.ui.projects.payments.schedule import Schedule
from collabdesk.ui.projects.payments.wording import kind_text
from collabdesk.ui.texts import status_text
from collabdesk.ui.widgets import button
from collabdesk.usecases import edits, payments

_HEEDLESS = frozenset({"report", "audit", "finding", "recommendation", "milestone", "deliverable", "indicator", "risk"})
# A payment is distributed by handing it on, which keeps each partner's share.
_BY_HAND = Moves("payment", {s: tuple(t for t in STATUSES.after(s) if t != "distributed") for s in STATUSES.table})


class Payments(Segmented):
    """Everything but the books themselves is read in the worker and looked at again after a change."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk, self._id = desk, project.id or 0
        self.eligible = EligibleCosts(desk, project)
        self.as_of = AsOf()
        self.schedule = Schedule(desk, project, self.as_of)
        self.distribution = Distribution(desk)
        self.books = self._books(project)
        self.lay_out(
            [
                ("eligible", self.tr("Eligible and requested"), self.eligible),
                ("schedule", self.tr("Schedule"), self.schedule),
                ("books", self.tr("Expected and received"), self.books),
                ("distribution", self.tr("Distribution"), self.distribution),
            ],
            self.as_of,
        )
        self._looking = Looking(desk, self, self.tr("Compute payments"), self._read, _HEEDLESS)
        self.as_of.changed.connect(self._looking.look_again)
        self._looking.seen.connect(self._show)

    def _read(self) -> payments.Reimbursed | None:
        project = self._desk.workspace.get("project", self._id)
        if not isinstance(project, Project):
            return None
        return payments.reimbursed(self._desk.workspace, project, self.as_of.day)

    def _show(self, found: payments.Reimbursed | None) -> None:
        self.eligible.show_found(found)
        self.schedule.show_found(found)
        self.distribution.show_found(found)

    def _books(self, project: Project) -> EntryPanel:
        """The payments as they are kept, typed in a table; one that came can be handed on to the partners."""
        hand_on = button(self.tr("&Distribute to partners"), "partners")
        hand_on.setToolTip(self.tr("Hand the chosen payment on by the partners' maximum grants"))
        moves = MoveButtons(_BY_HAND, self._move)
        panel = EntryPanel(
            self._desk,
            "payment",
            (
                choice(QT_TRANSLATE_NOOP("Columns", "Payment"), "kind", KINDS, word=kind_text, width=210),
                reference("partner", QT_TRANSLATE_NOOP("Columns", "To partner"), width=150),
                reference("reporting_period", QT_TRANSLATE_NOOP("Columns", "Period"), "period", width=90),
                day(QT_TRANSLATE_NOOP("Columns", "Expected on"), "expected_on", width=140),
                amount(QT_TRANSLATE_NOOP("Columns", "Expected"), "expected"),
                day(QT_TRANSLATE_NOOP("Columns", "Received on"), "received_on", width=140),
                amount(QT_TRANSLATE_NOOP("Columns", "Received"), "received"),
                status(QT_TRANSLATE_NOOP("Columns", "Status"), "status"),
                words(QT_TRANSLATE_NOOP("Columns", "Title"), "title", width=0),
            ),
            where={"project_id": project.id},
            defaults={"currency": project.currency, "kind": "interim"},
            called=self.tr("payments"),
            search_hint=self.tr("Search payments"),
            placeholder=self.tr("No payment is recorded. Type one below, or take those of the schedule."),
            tools=(moves, hand_on),
        )
        moves.follow(panel)
        hand_on.clicked.connect(lambda: self._hand_on(panel.table.current_row()))
        return panel

    def _move(self, row: Row, to: str) -> None:
        workspace, number = self._desk.workspace, row["id"]
        said = QCoreApplication.translate("Payments", "Set a payment to {status}").format(status=status_text(to))
        fields: dict[str, Any] = {}
        if to == "received":
            # A payment that came without a word on how much came as expected.
            fields = {"received": row.get("received") if row.get("received") is not None else row.get("expected"),
                      "received_on": row.get("received_on") or today().isoformat()}  # fmt: skip
        self._desk.write(said, lambda: edits.move(workspace, "payment", number, to, said, **fields), owner=self)

    def _hand_on(self, row: Row | None) -> None:
        if not row or not row.get("id"):
            self._desk.tell(self.tr("Choose a payment that came."))
            return
        workspace, number = self._desk.workspace, row["id"]
        self._desk.write(self.tr("Distribute a payment"), lambda: payments.hand_on(workspace, number, today()),
                         owner=self)  # fmt: skip
