"""The days of persons month by month: one row a person, one column a month, with what they are in person-months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from collabdesk.domain.dates import latest, today
from collabdesk.domain.problems import Problem
from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Column
from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import DASH, date_text, number_text, quantity_text
from collabdesk.ui.widgets import label, row
from collabdesk.ui.widgets.framed import framed
from collabdesk.usecases import efforts, periods
from collabdesk.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person's days by month on this project; `marks` are the problems of a month."""

    person: str
    partner: str
    days: Mapping[str, Decimal] = field(default_factory=dict)
    marks: Mapping[str, Sequence[Problem]] = field(default_factory=dict)
    months: Decimal | None = None

    @property
    def total(self) -> Decimal:
        """The days in all."""
        return sum(self.days.values(), Decimal(0))


def person_rows(workspace: Workspace, project: Project, months: Sequence[str] | None = None) -> list[PersonRow]:
    """Persons by partner and pseudonym; only what is in `months`, where some are given."""
    judge = efforts.effort_problems(workspace, project, today())
    per_year = judge.context.limits.per_year
    days: dict[tuple[str, str], dict[str, Decimal]] = {}
    marks: dict[tuple[str, str], dict[str, list[Problem]]] = {}
    for item in workspace.rows("effort", workspace.ids("effort", where={"project_id": project.id})):
        month, stated = item["month"] or "", item["days"]
        if stated is None or (months is not None and month not in months):
            continue
        key = (item["partner_short_name"] or item["partner_name"] or DASH, item["person"])
        its = days.setdefault(key, {})
        its[month] = its.get(month, Decimal(0)) + stated
        marks.setdefault(key, {}).setdefault(month, []).extend(judge.of(item))
    return [
        PersonRow(
            person, partner, its, marks.get((partner, person), {}),
            sum(its.values(), Decimal(0)) * 12 / per_year if per_year else None,
        )
        for (partner, person), its in sorted(days.items())
    ]  # fmt: skip


class EffortMonths(QWidget):
    """A grid to look at; it is typed line by line."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk, self._project_id = desk, project.id or 0
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("Reporting period"))
        self.period.activated.connect(lambda _: self._look())
        self._note = label("", "muted")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP_S)
        self._layout.addLayout(row(self.period, 8, self._note, None))
        self._frame: QWidget | None = None
        self._is_stale = True
        desk.changed.connect(self._hear)

    def showEvent(self, event: Any) -> None:
        if self._is_stale:
            self._fill_periods()
            self._look()
        super().showEvent(event)

    @property
    def table(self) -> TableView | None:
        """The table, once it was looked for."""
        return self._frame.findChild(TableView) if self._frame is not None else None

    def _fill_periods(self) -> None:
        chosen = self.period.currentText()
        self.period.clear()
        self.period.addItem(self.tr("The whole project"), None)
        for period in periods.of(self._desk.workspace, self._project_id):
            if period.start and period.end:
                self.period.addItem(period.code, (period.start, latest(period.end).isoformat()))
        self.period.setCurrentIndex(max(0, self.period.findText(chosen)))

    def _look(self) -> None:
        workspace, span = self._desk.workspace, self.period.currentData()
        self._is_stale = False

        def look(*_: object) -> tuple[list[PersonRow], list[str]]:
            project = workspace.get("project", self._project_id)
            if not isinstance(project, Project):
                return [], []
            known = [m for m in workspace.stated("effort", "month", {"project_id": project.id}) if m]
            months = [m for m in sorted(known) if span is None or span[0] <= latest(m).isoformat() <= span[1]]
            return person_rows(workspace, project, months), months

        self._desk.tasks.run(
            self.tr("Look at the effort"), look, owner=self, done=lambda found: self._show(*found), is_quiet=True
        )

    def _show(self, rows: list[PersonRow], months: list[str]) -> None:
        model = MemoryRows(_columns(months), rows)
        table = TableView(model, self._desk.theme, placeholder=self.tr("No days are recorded."))
        model.setParent(table)
        if self._frame is not None:
            self._layout.removeWidget(self._frame)
            self._frame.deleteLater()
        self._frame = framed(table)
        self._layout.addWidget(self._frame, 1)
        total = sum((r.total for r in rows), Decimal(0))
        said = self.tr("{days} days in all").format(days=quantity_text(total))
        if rows and rows[0].months is not None:
            whole = sum((r.months or Decimal(0) for r in rows), Decimal(0))
            said = self.tr("{days} days in all, {months} person-months").format(
                days=quantity_text(total), months=number_text(whole, 2)
            )
        self._note.setText(said if rows else "")

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if not change.nouns & {"effort", "reporting_period", "project", "rule_override"}:
            return
        if self.isVisible():
            self._fill_periods()
            self._look()
        else:
            self._is_stale = True


def _columns(months: Sequence[str]) -> list[Column]:
    title = QT_TRANSLATE_NOOP
    return [
        Column(title("Columns", "Person"), "person", width=110),
        Column(title("Columns", "Partner"), "partner", width=150, tone=lambda _: "secondary"),
        Column(title("Columns", "Days"), "total", show=quantity_text, kind="number", width=80),
        Column(title("Columns", "Person-months"), "months", show=_months_text, kind="number", width=120),
        *(_month(month) for month in months),
    ]


def _month(month: str) -> Column:
    def marked(item: PersonRow) -> Sequence[Problem]:
        return item.marks.get(month, ())

    def tone(item: PersonRow) -> str:
        found = marked(item)
        return "" if not found else "bad" if any(p.severity == "error" for p in found) else "warn"

    return Column(
        date_text(month), lambda item: item.days.get(month), show=_days_text, kind="number", width=84, sort=month,
        tone=tone, tip=lambda item: "\n".join(dict.fromkeys(p.text for p in marked(item))),
    )  # fmt: skip


def _days_text(days: Decimal | None) -> str:
    return DASH if days is None else quantity_text(days)


def _months_text(months: Decimal | None) -> str:
    return QCoreApplication.translate("EffortMonths", "n/a") if months is None else number_text(months, 2)
