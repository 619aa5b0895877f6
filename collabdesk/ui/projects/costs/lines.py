"""A table of lines that go their way through statuses: acts on the chosen rows, and what is wrong beside each row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QTimer, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from collabdesk.domain.period_rules import belongs, day_of, held
from collabdesk.domain.problems import Problem
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.ui.columns import Column, Row, status
from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry import EntryPanel
from collabdesk.ui.projects.costs.filters import Filters, Offers
from collabdesk.ui.texts import number_text, status_text
from collabdesk.ui.widgets import NoticeBar, button, row
from collabdesk.usecases import periods
from collabdesk.usecases.moving import movable
from collabdesk.usecases.statuses import moves_of
from collabdesk.usecases.workspace import Workspace

translate = QCoreApplication.translate
_WAIT_MS = 60
_SEARCH_LEAST = 140
_LOOKED_AT = 200
"""Chosen rows that decide which acts are offered; the act itself asks all of them."""
_COUNTED = 50_000
"""Lines of a project up to which its open problems are counted."""


class Judge(Protocol):
    """Says what is wrong with a row of the list."""

    def of(self, row: Mapping[str, Any]) -> list[Problem]:
        """The problems, the worst first."""

    def broken(self, workspace: Workspace) -> list[int]:
        """The records that have any."""


class Lines(QWidget):
    """A subclass gives the columns, the acts, and `judge()`, which is asked in the worker."""

    noun = ""
    called = ""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk, self._project_id = desk, project.id or 0
        self._judge: Judge | None = None
        self._broken: Sequence[int] = ()
        self._periods: tuple[ReportingPeriod, ...] = ()
        self._acts: dict[str, QPushButton] = {}
        self._ways = {status: set(after) for status, after in moves_of(self.noun).table.items()}
        self._read_periods()
        self.filters = Filters(self.filter_names(), self)
        self.filters.chosen.connect(self.filter)
        self.notice = NoticeBar(is_closable=False)
        self.panel = self._panel(project)
        self.panel.search.setMinimumWidth(_SEARCH_LEAST)  # four filters stand beside it
        buttons = self._buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addLayout(row(*buttons, None))
        column.addWidget(self.panel, 1)
        column.addWidget(self.notice)
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self._offer)
        self.panel.table.selectionModel().selectionChanged.connect(lambda *_: self._soon.start())
        self.panel.rows.modelReset.connect(self._soon.start)
        desk.changed.connect(self._hear)
        self._look_for_problems()
        self._offer()

    # What a subclass says

    def columns(self, project: Project) -> Sequence[Column]:
        """The columns of the table."""
        raise NotImplementedError

    def filter_names(self) -> Sequence[str]:
        """What each filter is called."""
        raise NotImplementedError

    def partners_of(self, noun: str) -> Offers:
        """A filter's partners: those of the project's records of a noun, by name."""
        by, where = ("partner_id", "partner_short_name", "partner_name"), {"project_id": self._project_id}
        found = self._desk.workspace.sums(noun, (), by=by, where=where)
        partners = [(str(s.key[1] or s.key[2]), {"partner_id": s.key[0]}) for s in found if s.key[0]]
        return [(self.tr("Every partner"), {}), *sorted(partners, key=lambda p: p[0].casefold())]

    def offers(self) -> Sequence[Offers]:
        """What each filter offers; asked in the worker, for it is read from all lines."""
        raise NotImplementedError

    def add_acts(self) -> None:
        """Make the buttons with `act`, `add_check` and `add_declare`."""
        raise NotImplementedError

    def judge(self, project: Project) -> Judge:
        """What rows are held against; asked in the worker."""
        raise NotImplementedError

    # Acts

    def act(self, status: str, text: str, icon: str, done: Callable[[], None] | None, tip: str) -> QPushButton:
        """A button for moving the chosen rows to `status`; without `done` it gets a menu of periods."""
        made = button(text, icon)
        made.setToolTip(tip)
        if done is None:
            made.setMenu(QMenu(made))
        else:
            made.clicked.connect(lambda _checked=False: done())
        self._acts[f"{status}:{text}"] = made
        return made

    def add_check(self, check: Callable[[Workspace, list[int]], Any], tip: str) -> None:
        """The button that says that the chosen rows were checked."""
        text, workspace = self.tr("Check"), self._desk.workspace
        self.act("checked", text, "check", lambda: self.write_movable("checked", text, partial(check, workspace)), tip)

    def add_declare(self, declare: Callable[[Workspace, list[int], str], Any], tip: str) -> None:
        """The button whose menu holds the periods in which the chosen rows can be declared."""
        workspace = self._desk.workspace

        def declare_in(code: str) -> None:
            self.write_movable("declared", self.tr("Declare"), lambda ids: declare(workspace, ids, code))

        self._declare_in = declare_in
        self._declare = self.act("declared", self.tr("Declare in"), "arrow-right", None, tip)

    def chosen(self) -> list[int]:
        """The chosen records."""
        rows = self.panel.entry_rows
        return [i for n in self.panel.entry_table.selected_numbers() if (i := rows.id_at(n)) is not None]

    def write_movable(self, status: str, label: str, work: Callable[[list[int]], Any]) -> None:
        """Do it in the worker with those of the chosen records that may go to `status`, however many there are."""
        ids, workspace, noun = self.chosen(), self._desk.workspace, self.noun
        self.write(label, lambda: work(movable(workspace, noun, ids, status)))

    def write(self, label: str, work: Callable[[], Any]) -> None:
        """Do it in the worker; a refusal becomes a notice."""
        self._desk.write(label, work, owner=self)

    def _buttons(self) -> list[QPushButton]:
        self.add_acts()
        self._refresh_acts()
        return list(self._acts.values())

    def _offer(self) -> None:
        """Acts that some chosen row allows can be pressed."""
        table, rows = self.panel.entry_table, self.panel.entry_rows
        numbers = [n for n in table.selected_numbers()[:_LOOKED_AT] if rows.id_at(n) is not None]
        now = {rows.row(n).get("status") or "" for n in numbers}
        possible = set().union(*(self._ways.get(status, set()) for status in now))
        for key, made in self._acts.items():
            made.setEnabled(key.partition(":")[0] in possible or (key.startswith("any:") and bool(numbers)))
        self._tell()

    # Periods

    @property
    def known_periods(self) -> tuple[ReportingPeriod, ...]:
        """The project's reporting periods."""
        return self._periods

    def period_of(self, item: Row) -> ReportingPeriod | None:
        """The period that a row belongs to."""
        return belongs(self._periods, item.get("declared_in") or "", day_of(self.noun, item))

    def why_held(self, field: str, item: Row) -> str:
        """Why a field of a row cannot be changed, for its period is closed; "" when it can."""
        period = self.period_of(item) if item.get("id") else None
        if period is None or not held(self.noun, period.status, (field,), item.get("status") or ""):
            return ""
        said = translate("Lines", "{period} is {status}: reopen it with a reason to change this.")
        return said.format(period=period.code, status=status_text(period.status).lower())

    def _fill_periods(self, menu: QMenu | None, chosen: Callable[[str], None]) -> None:
        """Offer the periods in which something can be declared."""
        if menu is None:
            return
        menu.clear()
        for period in self._periods:
            if period.status in ("open", "closing", "returned"):
                text = f"{period.code}  {period.title}".strip()
                menu.addAction(text, partial(chosen, period.code))
        if menu.isEmpty():
            menu.addAction(translate("Lines", "No reporting period is open")).setEnabled(False)

    def _read_periods(self) -> None:
        self._periods = periods.of(self._desk.workspace, self._project_id)

    # The table

    def _panel(self, project: Project) -> EntryPanel:
        return EntryPanel(
            self._desk, self.noun, [*self._standing_columns(), *self.columns(project)],
            where={"project_id": project.id}, defaults=self.defaults(project), called=self.called,
            search_hint=self.tr("Search"), placeholder=self.tr("Nothing is recorded here."), tools=self.filters.combos,
        )  # fmt: skip

    def defaults(self, project: Project) -> Mapping[str, Any]:
        """What a new row holds, to be typed over."""
        return {"currency": project.currency}

    def _standing_columns(self) -> Sequence[Column]:
        """Left of what is typed, so that a block that is pasted meets typed columns only."""
        return (
            status(QT_TRANSLATE_NOOP("Columns", "Status"), "status"),
            Column(QT_TRANSLATE_NOOP("Columns", "Problems"), self._problem_text, sort="", width=110,
                   tone=self._problem_tone, tip=self._problem_tip),
        )  # fmt: skip

    def problems_of(self, item: Row) -> list[Problem]:
        """What is wrong with a row; nothing is said of rows that are not kept yet."""
        return self._judge.of(item) if self._judge is not None and item.get("id") else []

    def _problem_text(self, item: Row) -> str:
        found = self.problems_of(item)
        one, many = translate("Lines", "1 problem"), translate("Lines", "{n} problems")
        return "" if not found else one if len(found) == 1 else many.format(n=number_text(len(found)))

    def _problem_tip(self, item: Row) -> str:
        return "\n".join(p.text for p in self.problems_of(item))

    def _problem_tone(self, item: Row) -> str:
        found = self.problems_of(item)
        return "" if not found else "bad" if found[0].severity == "error" else "warn"

    def filter(self) -> None:
        """Show what all filters let through."""
        self.panel.look({"project_id": self._project_id, **self.filters.where()})

    # Looking again

    def _look_for_problems(self) -> None:
        workspace = self._desk.workspace

        def look(*_: object) -> tuple[Sequence[Offers], Judge | None, Sequence[int]]:
            project = workspace.get("project", self._project_id)
            if not isinstance(project, Project):
                return (), None, ()
            judge = self.judge(project)
            if workspace.count(self.noun, project_id=self._project_id) > _COUNTED:
                return self.offers(), judge, ()
            return self.offers(), judge, judge.broken(workspace)

        def show(found: tuple[Sequence[Offers], Judge | None, Sequence[int]]) -> None:
            if found[0]:
                self.filters.fill(found[0])
            self.judged(*found[1:])

        self._desk.tasks.run(self.tr("Look for problems"), look, owner=self, done=show, is_quiet=True)

    def judged(self, judge: Judge | None, broken: Sequence[int]) -> None:
        """Show what the worker found."""
        self._judge = judge
        self._broken = broken
        self.filters.show_broken(broken)
        self.panel.table.fit_columns()
        self.panel.table.viewport().update()
        self._tell()

    def _tell(self) -> None:
        """What is wrong with the current row; else how many problems there are."""
        item = self.panel.table.current_row()
        found = self.problems_of(item) if item else []
        if found:
            self.notice.say(" ".join(p.text for p in found), "error" if found[0].severity == "error" else "warn")
        elif self._broken:
            one, many = self.tr("1 entry has an open problem."), self.tr("{n} entries have open problems.")
            count = len(self._broken)
            self.notice.say(one if count == 1 else many.format(n=number_text(count)), "warn")
        else:
            self.notice.hide()

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if change.nouns & {self.noun, "reporting_period", "project", "participation", "work_package", "rule_override",
                           "rule_pack", "exchange_rate", "amendment"}:  # fmt: skip
            self._read_periods()
            self._refresh_acts()
            self._look_for_problems()
            self._soon.start()

    def _refresh_acts(self) -> None:
        """Fill the menu of periods again."""
        self._fill_periods(self._declare.menu(), self._declare_in)
