"""The versions of a budget: which is in force, what each comes to, and the moves of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton

from collabdesk.domain.budget_versions import BudgetVersion
from collabdesk.ui.columns import Column
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.budget.asking import ApproveDialog, BeginDialog, SendBackDialog
from collabdesk.ui.projects.budget.chosen import Versions
from collabdesk.ui.projects.budget.view import BudgetView, Shown
from collabdesk.ui.texts import date_text, money_text, number_text, status_text
from collabdesk.ui.widgets import button, danger, primary
from collabdesk.ui.widgets.confirm import ConfirmBar

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Line:
    """One version, or (None) the imported budget, with what its lines come to in each currency."""

    version: BudgetVersion | None
    totals: tuple[tuple[str, Decimal], ...]
    lines: int
    is_in_force: bool

    @property
    def number(self) -> int | None:
        return self.version.id if self.version else None


class VersionsView(BudgetView):
    """`opened` carries the version whose lines the person wants to see."""

    opened = Signal(object)

    def __init__(self, desk: Desk, project_id: int) -> None:
        super().__init__(desk)
        self._project_id = project_id
        self._amendments: Sequence[Any] = ()
        self._known: set[int | None] = set()
        self.begin = primary(self.tr("Begin a version…"), "plus")
        self.begin.setToolTip(self.tr("A draft with the lines of the chosen version"))
        self.edit = button(self.tr("Lines"), "table")
        self.propose = button(self.tr("Propose"), "arrow-right")
        self.approve = button(self.tr("Approve…"), "check-circle")
        self.send_back = button(self.tr("Send back…"), "undo")
        self.delete = danger(self.tr("Delete the draft"), "trash")
        for act, does in (
            (self.begin, self._begin), (self.edit, self._edit), (self.propose, self._propose),
            (self.approve, self._approve), (self.send_back, self._send_back), (self.delete, self._ask_to_delete),
        ):  # fmt: skip
            act.clicked.connect(does)
            self.tools.addWidget(act)
        self.confirm = ConfirmBar()
        self.foot.addWidget(self.confirm)
        self._offer(None)

    def reader(self) -> Callable[[], Any]:
        workspace, number = self._desk.workspace, self._project_id

        def read() -> Any:
            from collabdesk.usecases import budgets

            versions = Versions.of(budgets.versions(workspace, number))
            found = []
            for version in (None, *versions.there):
                where = budgets.condition(workspace, number, version.id if version else None)
                sums = workspace.sums("budget", ("amount",), by=("currency",), where=where)
                totals = tuple((s.key[0] or "", s.totals["amount"]) for s in sums if s.totals["amount"] is not None)
                found.append(Line(version, totals, sum(s.records for s in sums), version == versions.held))
            return found, workspace.find("amendment", project_id=number)

        return read

    def shown(self, found: Any) -> Sequence[Shown]:
        lines, self._amendments = found
        return [Shown("", COLUMNS, lines)]

    def detail(self, line: Line) -> str:
        """Who approved it and why it was made, in full."""
        version = line.version
        if version is None:
            return self.tr(
                "The budget as it was imported or first typed. It holds until an approved version takes effect."
            )
        said = []
        if version.approved_by:
            text = self.tr("Approved by {by} on {day}.")
            said.append(text.format(by=version.approved_by, day=date_text(version.approved_on)))
        if version.amendment:
            said.append(self.tr("Amendment: {code}.").format(code=version.amendment))
        return "  ".join([*said, version.reason]).strip()

    def _show_table(self, key: str) -> None:
        """A version that has just been begun is chosen; else the one that was."""
        current = self._current()
        super()._show_table(key)
        lines: Sequence[Line] = self._tables[key].rows if key in self._tables else ()
        if self.table is None or not lines:
            return
        numbers = [line.number for line in lines]
        begun = [number for number in numbers if self._known and number not in self._known]
        self._known = set(numbers)
        wanted = begun[-1] if begun else current.number if current else numbers[-1]
        self.table.chosen.connect(self._offer)
        self.table.opened.connect(lambda line: self.opened.emit(line.number))
        self.table.selectRow(numbers.index(wanted) if wanted in numbers else len(numbers) - 1)

    def _current(self) -> Line | None:
        return self.table.current_row() if self.table is not None else None

    def _offer(self, line: Line | None) -> None:
        """Only what the chosen version allows."""
        status = line.version.status if line and line.version else ""
        for act, is_offered in (
            (self.begin, line is not None), (self.edit, line is not None), (self.propose, status == "draft"),
            (self.approve, status == "proposed"), (self.send_back, status == "proposed"),
            (self.delete, status == "draft"),
        ):  # fmt: skip
            act.setVisible(is_offered)
        if line is not None:
            self.edit.setText(self.tr("Edit lines") if status == "draft" else self.tr("See lines"))
        self.confirm.hide()

    def _version(self) -> BudgetVersion | None:
        line = self._current()
        return line.version if line else None

    def _begin(self) -> None:
        source = self._version()
        name = source.code if source else self.tr("the budget as imported")
        BeginDialog(self._desk, self._project_id, source, name, self).open()

    def _edit(self) -> None:
        line = self._current()
        if line is not None:
            self.opened.emit(line.number)

    def _propose(self) -> None:
        self._act(self.propose, "propose")

    def _approve(self) -> None:
        if (version := self._version()) is not None:
            ApproveDialog(self._desk, version, self._amendments, self).open()

    def _send_back(self) -> None:
        if (version := self._version()) is not None:
            SendBackDialog(self._desk, version, self).open()

    def _ask_to_delete(self) -> None:
        if (version := self._version()) is not None:
            question = self.tr("Delete {code} with all its lines?").format(code=version.code)
            self.confirm.ask(question, self.tr("Delete"), lambda: self._act(self.delete, "discard"))

    def _act(self, act: QPushButton, name: str) -> None:
        from collabdesk.usecases import budgets

        version, workspace = self._version(), self._desk.workspace
        if version is not None:
            number, work = version.id, getattr(budgets, name)
            self._desk.write(act.text(), lambda: work(workspace, number), owner=self)


def _name(line: Line) -> str:
    return line.version.code if line.version else translate("Budget", "As imported")


def _title(line: Line) -> str:
    return line.version.title if line.version else ""


def _status(line: Line) -> str:
    return line.version.status if line.version else ""


def _totals(line: Line) -> str:
    return "  +  ".join(money_text(amount, unit) for unit, amount in line.totals) or money_text(None)


def _from(line: Line) -> str:
    version = line.version
    return date_text(version.effective) if version else date_text(None)


def _force(line: Line) -> str:
    return translate("Budget", "In force") if line.is_in_force else ""


def _strong(line: Line) -> str:
    return "strong" if line.is_in_force else ""


COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Version"), _name, width=130, sort="", tone=_strong),
    Column(QT_TRANSLATE_NOOP("Columns", "Title"), _title, width=0, sort=""),
    Column(QT_TRANSLATE_NOOP("Columns", "Status"), _status, show=status_text, kind="status", width=130, sort=""),
    Column(QT_TRANSLATE_NOOP("Columns", "In force"), _force, width=100, sort="", tone=lambda _: "accent"),
    Column(QT_TRANSLATE_NOOP("Columns", "Effective"), _from, width=124, sort=""),
    Column(QT_TRANSLATE_NOOP("Columns", "Lines"), "lines", show=number_text, kind="number", width=80, sort=""),
    Column(QT_TRANSLATE_NOOP("Columns", "Total"), _totals, kind="number", width=180, sort="", tone=_strong),
)
