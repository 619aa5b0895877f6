"""The frozen baselines of a project, what is in each, and what changed between two."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from collabdesk.domain.dates import today
from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Column, day
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.projects.plan.asking import FreezeDialog
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import DASH, date_text, days_text, money_text, number_text
from collabdesk.ui.widgets import label, primary, row
from collabdesk.ui.widgets.framed import framed

_HEARD = frozenset(
    {"baseline", "baseline_line", "milestone", "deliverable", "work_package", "budget", "budget_version"}
)
_NOW = -1  # the plan as it is approved now, in the second choice
_MONTHS = 1

LIST = (
    Column(QT_TRANSLATE_NOOP("Columns", "Baseline"), "code", width=90, sort=""),
    Column(QT_TRANSLATE_NOOP("Columns", "Title"), "title", width=0, sort=""),
    day(QT_TRANSLATE_NOOP("Columns", "Frozen on"), "frozen_on", sort=""),
    Column(QT_TRANSLATE_NOOP("Columns", "Reason"), "reason", width=220, sort=""),
    Column(QT_TRANSLATE_NOOP("Columns", "Decision"), "decision", width=160, sort=""),
    day(QT_TRANSLATE_NOOP("Columns", "Decided on"), "decided_on", sort=""),
)
_SUBJECTS = {
    "work_package": QT_TRANSLATE_NOOP("Columns", "Work package"),
    "milestone": QT_TRANSLATE_NOOP("Columns", "Milestone"),
    "deliverable": QT_TRANSLATE_NOOP("Columns", "Deliverable"),
    "budget": QT_TRANSLATE_NOOP("Columns", "Budget"),
}
_CHANGES = {
    "added": QT_TRANSLATE_NOOP("Plan", "Added"),
    "removed": QT_TRANSLATE_NOOP("Plan", "Removed"),
    "changed": QT_TRANSLATE_NOOP("Plan", "Changed"),
    "same": QT_TRANSLATE_NOOP("Plan", "The same"),
}


def _span(line: Any) -> str:
    if line is None:
        return DASH
    parts = [date_text(d) for d in (line.start, line.end) if d]
    return " – ".join(parts) or DASH


def _cost(line: Any) -> str:
    return DASH if line is None else money_text(line.cost, line.currency)


def _months(line: Any) -> str:
    if line is None or line.person_months is None:
        return DASH
    return QCoreApplication.translate("Plan", "{n} PM").format(n=number_text(line.person_months, _MONTHS))


def _subject(change: Any) -> str:
    return QCoreApplication.translate("Columns", str(_SUBJECTS.get(change.subject, change.subject)))


def _change(what: str) -> str:
    return QCoreApplication.translate("Plan", str(_CHANGES[what]))


def _title(change: Any) -> str:
    line = change.new or change.old
    return " ".join(part for part in (line.code, line.title) if part)


LINES = (
    Column(QT_TRANSLATE_NOOP("Columns", "Kind"), _subject, width=120),
    Column(QT_TRANSLATE_NOOP("Columns", "Entry"), _title, width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Change"), lambda c: c.what, show=_change, kind="status", width=120),
    Column(QT_TRANSLATE_NOOP("Columns", "Dates before"), lambda c: _span(c.old), width=226),
    Column(QT_TRANSLATE_NOOP("Columns", "Dates after"), lambda c: _span(c.new), width=226),
    Column(QT_TRANSLATE_NOOP("Columns", "End moved"), lambda c: c.days, show=days_text, kind="number", width=100),
    Column(QT_TRANSLATE_NOOP("Columns", "Effort before"), lambda c: _months(c.old), kind="number", width=126),
    Column(QT_TRANSLATE_NOOP("Columns", "Effort after"), lambda c: _months(c.new), kind="number", width=126),
    Column(QT_TRANSLATE_NOOP("Columns", "Cost before"), lambda c: _cost(c.old), kind="number", width=130),
    Column(QT_TRANSLATE_NOOP("Columns", "Cost after"), lambda c: _cost(c.new), kind="number", width=130),
)


class Baselines(QWidget):
    """The list above, the comparison of two of them, or of one with the plan now, below."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk, self._project_id = desk, project.id or 0
        self._found: list[Any] = []
        self._is_stale = True
        self._list = MemoryRows(LIST, [])
        self._lines = MemoryRows(LINES, [])
        for model in (self._list, self._lines):
            model.setParent(self)
        self.table = TableView(self._list, desk.theme, placeholder=self.tr("No baseline is frozen yet."))
        self.lines = TableView(self._lines, desk.theme, placeholder=self.tr("Nothing is compared."))
        self.old, self.new, self.every = QComboBox(), QComboBox(), QComboBox()
        self.every.addItem(self.tr("What differs"), False)
        self.every.addItem(self.tr("Every line"), True)
        for chosen in (self.old, self.new, self.every):
            chosen.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            chosen.activated.connect(lambda _: self._compare())
        self.freeze = primary(self.tr("Freeze a baseline…"), "pin")
        self.freeze.clicked.connect(self.ask)
        self._told = label("", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addLayout(row(self._told, None, self.freeze))
        column.addWidget(framed(self.table))
        column.addLayout(
            row(
                label(self.tr("Compare"), "label"),
                self.old,
                label(self.tr("with"), "label"),
                self.new,
                self.every,
                None,
            )
        )
        column.addWidget(framed(self.lines), 1)
        desk.changed.connect(self._hear)

    def ask(self) -> None:
        """Ask for what a baseline needs, and freeze it."""
        asked = FreezeDialog(self._found[-1].code if self._found else "", self)
        asked.frozen.connect(self.keep)
        asked.open()

    def keep(self, title: str, reason: str, decision: str, decided_on: str | None, adopt: bool) -> None:
        """Freeze the plan as it is now."""
        from collabdesk.usecases.plan import baselines

        work = partial(baselines.freeze, self._desk.workspace, self._project_id, today(), title=title, reason=reason,
                       decision=decision, decided_on=decided_on, adopt=adopt)  # fmt: skip
        self._desk.write(self.tr("Freeze a baseline"), work, owner=self)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._look()

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if _HEARD & change.nouns:
            self._is_stale = True
            if self.isVisible():
                self._look()

    def _look(self) -> None:
        if self._is_stale:
            self._is_stale = False
            from collabdesk.usecases.plan import baselines

            workspace, number = self._desk.workspace, self._project_id
            self._desk.tasks.run(self.tr("Look for baselines"), lambda *_: baselines.frozen(workspace, number),
                                 owner=self, done=self._show, is_quiet=True)  # fmt: skip

    def _show(self, found: Sequence[Any]) -> None:
        self._found = list(found)
        self._list.show(self._found)
        self.table.fit_height(4)
        count = len(self._found)
        self._told.setText(
            self.tr("Slip is measured against {code}.").format(code=self._found[-1].code) if count
            else self.tr("Slip is measured against the dates as they are approved now, until a baseline is frozen.")
        )  # fmt: skip
        self.old.clear()
        self.new.clear()
        for place, baseline in enumerate(self._found):
            self.old.addItem(baseline.code, place)
            self.new.addItem(baseline.code, place)
        self.new.addItem(self.tr("the plan now"), _NOW)
        self.old.setCurrentIndex(max(count - 2, 0))
        self.new.setCurrentIndex(count - 1 if count > 1 else count)
        for chosen in (self.old, self.new, self.every):
            chosen.setEnabled(bool(count))
        self._compare()

    def _compare(self) -> None:
        if not self._found:
            self._lines.show([])
            return
        from collabdesk.usecases.plan import comparison

        old, place, workspace = self._found[self.old.currentData()], self.new.currentData(), self._desk.workspace
        new = None if place == _NOW else self._found[place]
        self._desk.tasks.run(
            self.tr("Compare baselines"),
            lambda *_: comparison.compare(workspace, old, new),
            owner=self,
            done=self._show_lines,
            is_quiet=True,
        )

    def _show_lines(self, changes: Sequence[Any]) -> None:
        every = self.every.currentData()
        self._lines.show([c for c in changes if every or c.what != "same"])
        said = self.tr("Nothing differs between them.") if changes else self.tr("Nothing is compared.")
        self.lines.set_placeholder(said)
        self.lines.fit_columns()
