"""Reporting periods of a project: their days, when reports are due, and buttons for the moves that are allowed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from collabdesk.domain.dates import earliest, today
from collabdesk.domain.period_rules import REPORTED
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import STATUSES
from collabdesk.ui import entry
from collabdesk.ui.columns import Column, Row, status
from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry import EntryPanel
from collabdesk.ui.entry.kinds import Day
from collabdesk.ui.projects.costs.asking import ReasonDialog
from collabdesk.ui.texts import DASH, date_text, money_text, number_text, status_text
from collabdesk.ui.widgets import button, clear, label, row
from collabdesk.usecases import period_standing, periods
from collabdesk.usecases.period_standing import Standing

translate = QCoreApplication.translate
_VERBS = {
    "closing": QT_TRANSLATE_NOOP("Periods", "Begin to close"),
    "open": QT_TRANSLATE_NOOP("Periods", "Open again"),
    "submitted": QT_TRANSLATE_NOOP("Periods", "Submitted"),
    "accepted": QT_TRANSLATE_NOOP("Periods", "Accepted by the funder"),
    "returned": QT_TRANSLATE_NOOP("Periods", "Returned by the funder"),
    "locked": QT_TRANSLATE_NOOP("Periods", "Lock"),
}
_ICONS = {"locked": "shield", "accepted": "check-circle", "submitted": "arrow-right"}


class Periods(QWidget):
    """The table, and above it one button for each move that the chosen period allows."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk, self._project_id = desk, project.id or 0
        self._standing: dict[int, Standing] = {}
        self.panel = EntryPanel(
            desk, "reporting_period", self._columns(), where={"project_id": project.id}, also=(),
            called=self.tr("reporting periods"), closed=self._why_closed, search_hint=self.tr("Search"),
            placeholder=self.tr("No reporting periods are recorded."),
        )  # fmt: skip
        self._moves = row()
        self._about = label("", "secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addLayout(row(self._moves, None))
        column.addWidget(self.panel, 1)
        column.addWidget(self._about)
        self.panel.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.panel.rows.modelReset.connect(self._offer)
        desk.changed.connect(self._hear)
        self._look()
        self._offer()

    def _columns(self) -> Sequence[Column]:
        title = QT_TRANSLATE_NOOP
        return (
            entry.words(title("Columns", "Period"), "code", width=90),
            entry.words(title("Columns", "Title"), "title", width=150),
            entry.day(title("Columns", "Start"), "start", begins=True),
            entry.day(title("Columns", "End"), "end"),
            replace(entry.day(title("Columns", "Report due"), "due", tone=self._due_tone, tip=self._due_tip),
                    cell=_DueCell("due", used=self._due)),
            entry.day(title("Columns", "Submitted"), "submitted_on"),
            entry.day(title("Columns", "Accepted on"), "accepted_on"),
            status(title("Columns", "Status"), "status"),
            Column(title("Columns", "Not declared"), self._undeclared, sort="", show=number_text, kind="number",
                   width=110, tone=lambda item: "warn" if self._undeclared(item) else ""),
            Column(title("Columns", "Declared"), lambda item: self._sums(item, "declared"), width=150, sort="",
                   kind="number", tip=lambda item: self._sums(item, "declared")),
            Column(title("Columns", "Accepted"), lambda item: self._sums(item, "accepted"), width=150, sort="",
                   kind="number", tip=lambda item: self._sums(item, "accepted")),
            Column(title("Columns", "Reopened because"), "reopened_because", width=170),
        )  # fmt: skip

    # What stands beside a period

    def _of(self, item: Row) -> Standing | None:
        return self._standing.get(item.get("id") or 0)

    def _due(self, item: Row) -> str | None:
        found = self._of(item)
        return found.due.day.isoformat() if found and found.due.day and not item.get("due") else None

    def _due_tip(self, item: Row) -> str:
        found = self._of(item)
        return (found.due.source or found.due.note or "") if found else ""

    def _due_tone(self, item: Row) -> str:
        day = item.get("due")
        is_waiting = item.get("status") in ("open", "closing", "returned")
        if is_waiting and (due := day or self._due(item)) and earliest(due) < today():
            return "bad"
        return "" if day else "muted"

    def _undeclared(self, item: Row) -> int | None:
        found = self._of(item)
        return found.undeclared if found else None

    def _sums(self, item: Row, field: str) -> str:
        found = self._of(item)
        sums: dict[str, Any] = getattr(found, field) if found else {}
        return ", ".join(money_text(amount, unit) for unit, amount in sorted(sums.items())) or DASH

    def _why_closed(self, item: Row) -> str:
        if item.get("status") not in REPORTED:
            return ""
        said = self.tr("{period} is {status}: open it again with a reason to change it.")
        return said.format(period=item.get("code"), status=status_text(item.get("status")).lower())

    # Moves

    def _offer(self) -> None:
        """One button for each allowed move of the current period."""
        clear(self._moves)
        item = self.panel.table.current_row()
        for word in STATUSES.after(item.get("status", "")) if item else ():
            self._moves.addWidget(self._button(item, word))
        self._about.setText(self._words(item) if item else self.tr("Choose a period to close it or open it again."))

    def _button(self, item: Row, word: str) -> QPushButton:
        needs_reason = periods.needs_reason(item.get("status", ""), word)
        text = translate("Periods", str(_VERBS[word]))
        made = button(f"{text}…" if needs_reason else text, _ICONS.get(word, ""))
        made.setToolTip(self.tr("Set {period} to {status}").format(period=item.get("code"), status=status_text(word)))
        made.clicked.connect(lambda: self.go_to(item, word))
        return made

    def _words(self, item: Row) -> str:
        said = {
            "open": self.tr("Open: costs and days of its time can be entered, changed and declared."),
            "returned": self.tr("Returned by the funder: it can be changed and submitted again."),
            "closing": self.tr("Closing: amounts stay as they are; items are checked and declared."),
            "submitted": self.tr("Submitted: only the funder's verdict on its items can be written."),
            "accepted": self.tr("Accepted: only the funder's verdict on its items can be written."),
            "locked": self.tr("Locked: nothing that belongs to it can be changed."),
        }
        about = said.get(item.get("status", ""), "")
        open_ones = self._undeclared(item)
        if not open_ones or item.get("status") in REPORTED:
            return about
        one, many = self.tr("1 item is not declared yet."), self.tr("{n} items are not declared yet.")
        return f"{about} {one if open_ones == 1 else many.format(n=number_text(open_ones))}"

    def go_to(self, item: Row, word: str) -> None:
        """Move a period, after asking for the reason where one is needed."""
        if not periods.needs_reason(item.get("status", ""), word):
            self._move(item, word, "")
            return
        title = self.tr("Open {period} again").format(period=item.get("code"))
        about = self.tr("It was {status}. Whoever reads the books later must see why it was opened.")
        dialog = ReasonDialog(
            title, self.tr("Open again"), self, about.format(status=status_text(item["status"]).lower())
        )
        dialog.given.connect(lambda reason: self._move(item, word, reason))
        dialog.open()

    def _move(self, item: Row, word: str, reason: str) -> None:
        workspace, number_, day = self._desk.workspace, item["id"], today()
        label_ = self.tr("Set {period} to {status}").format(period=item.get("code"), status=status_text(word).lower())
        self._desk.write(
            label_,
            lambda: periods.move(workspace, number_, word, reason=reason, day=day, label=label_),
            owner=self,
        )

    # Looking again

    def _look(self) -> None:
        workspace = self._desk.workspace

        def look(*_: object) -> dict[int, Standing]:
            project = workspace.get("project", self._project_id)
            return period_standing.of(workspace, project, today()) if isinstance(project, Project) else {}

        self._desk.tasks.run(self.tr("Look at the reporting periods"), look, owner=self, done=self._show, is_quiet=True)

    def _show(self, standing: dict[int, Standing]) -> None:
        self._standing = standing
        self.panel.table.fit_columns()
        self.panel.table.viewport().update()
        self._offer()

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if change.nouns & {"reporting_period", "cost", "project", "rule_override", "amendment"}:
            self._look()


@dataclass(frozen=True, slots=True)
class _DueCell(Day):
    """Typed as a day; shows the day by the rule pack where none is stated."""

    used: Callable[[Row], str | None] = lambda _row: None

    def show(self, row: Row, here: entry.Here | None) -> str:
        return date_text(row.get("due") or self.used(row))
