"""Effort of a project line by line: the days of a person in a month, checked, signed and declared many at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.dates import latest, today
from collabdesk.domain.efforts import STATUSES
from collabdesk.domain.period_rules import AMOUNTS, DECLARED
from collabdesk.domain.projects import Project
from collabdesk.ui import entry
from collabdesk.ui.columns import Column, Row
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.costs.asking import DayDialog
from collabdesk.ui.projects.costs.filters import Offers
from collabdesk.ui.projects.costs.lines import Judge, Lines
from collabdesk.ui.texts import status_text
from collabdesk.usecases import efforts

translate = QCoreApplication.translate


class EffortLines(Lines):
    """The table, the acts above it, the filters beside the search."""

    noun = "effort"

    def __init__(self, desk: Desk, project: Project) -> None:
        self.called = translate("EffortLines", "effort")
        super().__init__(desk, project)

    def columns(self, project: Project) -> Sequence[Column]:
        def kept(field: str) -> dict[str, Any]:
            return {"open_for": partial(self._why_fixed, field)}

        title = QT_TRANSLATE_NOOP
        return (
            entry.words(title("Columns", "Person"), "person", width=110, **kept("person")),
            entry.day(title("Columns", "Month"), "month", **kept("month")),
            entry.reference("partner", title("Columns", "Partner"), **kept("partner_id")),
            entry.words(title("Columns", "Work package"), "work_package", width=110, **kept("work_package")),
            entry.words(title("Columns", "Category"), "category", width=110, **kept("category")),
            entry.quantity(title("Columns", "Days"), "days", width=80, **kept("days")),
            entry.percent(title("Columns", "Working time"), "working_time", **kept("working_time")),
            entry.amount(title("Columns", "Personnel cost"), "cost", **kept("cost")),
            entry.words(title("Columns", "Currency"), "currency", width=90, **kept("currency")),
            entry.day(title("Columns", "Signed on"), "signed_on", **kept("signed_on")),
            entry.words(title("Columns", "Declared in"), "declared_in", width=110, **kept("declared_in")),
        )

    def _why_fixed(self, field: str, item: Row) -> str:
        if item.get("id") and item.get("status") in DECLARED and field in AMOUNTS["effort"]:
            return translate("EffortLines", "It is declared: enter the difference as a new line.")
        return self.why_held(field, item)

    # Filters

    def filter_names(self) -> Sequence[str]:
        return (self.tr("Status"), self.tr("Reporting period"), self.tr("Partner"), self.tr("Person"))

    def offers(self) -> Sequence[Offers]:
        workspace, where = self._desk.workspace, {"project_id": self._project_id}
        people = sorted(word for word in workspace.stated("effort", "person", where) if word)
        months = [m for m in workspace.stated("effort", "month", where) if m]
        periods: list[tuple[str, object]] = [
            (
                p.code,
                {"month": [m for m in months if p.start <= latest(m).isoformat() <= latest(p.end).isoformat()]},
            )
            for p in self.known_periods
            if p.start and p.end
        ]
        return (
            [(self.tr("Every status"), {}), *((status_text(word), {"status": word}) for word in STATUSES.table)],
            [(self.tr("Every period"), {}), *periods],
            self.partners_of("effort"),
            [(self.tr("Every person"), {}), *((word, {"person": word}) for word in people)],
        )

    # Acts

    def add_acts(self) -> None:
        self.add_check(efforts.check, self.tr("Say that the chosen lines were checked"))
        self.act("any", self.tr("Signed on…"), "", self._sign,
                 self.tr("Record the day on which the chosen months were signed"))  # fmt: skip
        self.add_declare(efforts.declare, self.tr("Declare the chosen lines in a reporting period"))

    def _sign(self) -> None:
        ids, workspace = self.chosen(), self._desk.workspace
        dialog = DayDialog(self.tr("Signed by person and supervisor"), self.tr("&Signed on"), self.tr("Keep"), self)
        label = self.tr("Sign")

        def keep(day: date) -> None:
            self.write(label, lambda: efforts.sign(workspace, ids, day))

        dialog.given.connect(keep)
        dialog.open()

    # Problems

    def judge(self, project: Project) -> Judge:
        return efforts.effort_problems(self._desk.workspace, project, today())
