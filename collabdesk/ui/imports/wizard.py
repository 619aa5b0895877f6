"""The way from a look to an accepted import: steps above, the page, and what would be done at the foot."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_XL, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.compare_page import ComparePage
from collabdesk.ui.imports.compare_run import Comparing
from collabdesk.ui.imports.draft import Choices, Draft, TableKey
from collabdesk.ui.imports.foot import Foot
from collabdesk.ui.imports.looking_again import LookingAgain
from collabdesk.ui.imports.names_page import NamesPage
from collabdesk.ui.imports.next_step import COLUMNS, COMPARE, DONE, FILES, IMPORT, NAMES, TABLES, Next, next_step
from collabdesk.ui.imports.outcome import OutcomePage
from collabdesk.ui.imports.table_page import TablePage
from collabdesk.ui.imports.tables_page import TablesPage
from collabdesk.ui.imports.waiting import WaitingPage
from collabdesk.ui.widgets import NoticeBar
from collabdesk.ui.widgets.confirm import ConfirmBar
from collabdesk.ui.widgets.steps import StepBar
from collabdesk.usecases import imports, mappings, profiles


class Wizard(QWidget):
    """`accepted(draft)` asks to keep it; `left` gives it up. It holds a Draft and writes nothing itself."""

    accepted = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._awaited = ""
        self._is_first = self._is_keeping = False
        self._table: TableKey | None = None
        self.draft: Draft | None = None
        self.batch_id: int | None = None
        names = {
            FILES: self.tr("Files"), TABLES: self.tr("Tables"), COLUMNS: self.tr("Columns"),
            NAMES: self.tr("Partners"), COMPARE: self.tr("Compare"), DONE: self.tr("Done"),
        }  # fmt: skip
        self.steps = StepBar(list(names.items()))
        self.notice, self.confirm = NoticeBar(), ConfirmBar()
        self.tables = TablesPage()
        self.table = TablePage(desk, mappings.field_names(), mappings.kind_names())
        self.names = NamesPage(desk)
        self.compare = ComparePage(desk)
        self.outcome = OutcomePage(desk)
        self.waiting = WaitingPage()
        self.foot = Foot(self)
        self.accept, self.cancel, self.said = self.foot.accept, self.foot.cancel, self.foot.said
        self.looking, self.comparing = LookingAgain(desk, self), Comparing(desk, self)
        self._pages = {
            TABLES: self.tables, COLUMNS: self.table, NAMES: self.names, COMPARE: self.compare, DONE: self.outcome,
        }  # fmt: skip
        self.pages = QStackedWidget()
        for page in (*self._pages.values(), self.waiting):
            self.pages.addWidget(page)
        self._lay_out()
        self._connect()

    def begin(self, draft: Draft) -> None:
        """Start with what was found: at the tables."""
        self.forget()
        self.draft, self.batch_id, self._table = draft, None, None
        workspace = self._desk.workspace
        self._is_first = not workspace.count("project") and not workspace.count("partner")
        self.notice.hide()
        self.foot.show()
        self.go(TABLES)
        self.accept.setFocus()

    def resume(self) -> None:
        """It was not kept after all: go on deciding."""
        self._is_keeping = False
        self.go(self.steps.current)

    def finish(self, accepted: Any) -> None:
        """Show what was kept."""
        assert self.draft is not None
        self._is_keeping = False
        self.comparing.stop()
        self.draft.close()
        self.batch_id = accepted.batch_id
        self.notice.hide()
        self.foot.hide()
        self._show(DONE)
        self.outcome.show_outcome(self.draft, accepted)

    def forget(self) -> None:
        """Give up what was found and stop looking and comparing."""
        self.looking.stop()
        self.comparing.stop()
        self._awaited = ""
        self.confirm.hide()
        if self.draft is not None:
            self.draft.close()
        self.draft = None

    def back(self) -> None:
        """One step back; from the first, out of the import, with consent where something was chosen."""
        if self.confirm.isVisible():
            self.confirm.hide()
            self.accept.setFocus()
        elif self._awaited:
            self._give_up_waiting()
        elif self.steps.current == DONE:
            self.left.emit()
        else:
            shown = [s for s in (TABLES, COLUMNS, NAMES, COMPARE) if s != COLUMNS and (s != NAMES or self._has_names)]
            at = shown.index(self.steps.current) if self.steps.current in shown else 1
            self.give_up() if at == 0 else self.go(shown[at - 1])

    def give_up(self) -> None:
        """Leave the import, after a question where something was chosen."""
        self.ask_to_leave(self.left.emit)

    def ask_to_leave(self, leave: Any) -> None:
        """Call `leave` at once, or once the person agrees to lose what was chosen."""
        if self.draft is None or self.steps.current == DONE or not self.draft.is_decided:
            leave()
            return
        self.confirm.no.setText(self.tr("&Stay"))
        self.confirm.ask(
            self.tr("Leave this import? Nothing has been kept, and what you chose for it is lost."),
            self.tr("&Leave"),
            leave,
        )

    def go(self, step: str) -> None:
        """Go to a step; what needs the comparison waits for it."""
        draft = self.draft
        if step == FILES or draft is None:
            self.give_up()
            return
        self._awaited = ""
        if step == COLUMNS:
            if (key := self._table or next((key for key, _ in draft.tables()), None)) is not None:
                self.open_table(key)
            return
        if not draft.why_not():
            self.comparing.begin(draft)
        if step in (NAMES, COMPARE) and draft.plan.compared is None:
            self._wait_for(step)
        else:
            self._show(step)

    def open_table(self, key: TableKey) -> None:
        """Show one table's columns and cells."""
        if self.draft is not None:
            if self.draft.plan.compared is None:
                self.comparing.stop()  # the sheet is not kept waiting; it is compared when it is left
            self._table = key
            self.table.show_table(self.draft, key)
            self._show(COLUMNS)
            self.table.columns.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; Enter presses the button that has the focus, else the one to go on with."""
        if event.key() == Qt.Key.Key_Escape:
            self.back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            there = QApplication.focusWidget()
            if isinstance(there, QAbstractButton) and not there.isCheckable():
                there.click()
            elif not isinstance(there, QLineEdit | QComboBox):
                self._go_on()
        else:
            super().keyPressEvent(event)

    @property
    def _has_names(self) -> bool:
        alike = self.draft.plan.alike if self.draft is not None else None
        return alike is not None and bool(alike or alike.note)

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(PAGE_MARGIN, GAP_XL, PAGE_MARGIN, GAP_M)
        inner.setSpacing(GAP_L)
        for widget in (self.steps, self.notice, self.confirm):
            inner.addWidget(widget)
        inner.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.steps.chosen.connect(self.go)
        self.tables.opened.connect(self.open_table)
        self.tables.taken.connect(self._take)
        self.tables.decided.connect(self._decide)
        self.table.turned.connect(self.open_table)
        self.table.decided.connect(lambda key, choices: self._decide({key: choices}))
        self.names.decided.connect(self._name)
        self.compare.decided.connect(self._tick)
        self.waiting.cancelled.connect(self._give_up_waiting)
        self.looking.looked.connect(self._looked)
        self.looking.lost.connect(self._lost)
        self.looking.refused.connect(self._refused)
        self.comparing.told.connect(self._hear_comparing)
        self.foot.given_up.connect(self.give_up)
        self.foot.turned_back.connect(self.back)
        self.foot.stopped.connect(self._stop)
        self.foot.gone_on.connect(self._go_on)
        self.foot.hurried.connect(self._hurry)
        self.outcome.undone.connect(self._undo)
        self.outcome.more.connect(self.left)
        self._desk.changed.connect(self._hear)

    def _show(self, step: str) -> None:
        draft = self.draft
        assert draft is not None
        if step == TABLES:
            self.tables.show_draft(draft, profiles.offers(self._desk.workspace, draft.staged))
        elif step == NAMES:
            self.names.show_draft(draft)
        elif step == COMPARE:
            self.compare.show_draft(draft)
        self.pages.setCurrentWidget(self._pages[step])
        self._mark(step)
        if step == NAMES:
            self.names.view.setFocus(Qt.FocusReason.TabFocusReason)
        elif step == COMPARE:
            self.compare.focus_list()
        elif step == TABLES:
            self._walk_tables()
            self.accept.setFocus()
        self._tell()

    def _mark(self, step: str) -> None:
        has_tables = self.draft is not None and any(True for _ in self.draft.tables())
        reachable = () if step == DONE else tuple(self._pages)[:-1] if has_tables else (TABLES,)
        self.steps.show_step(step, (FILES, *reachable) if reachable else (), () if self._has_names else (NAMES,))

    def _walk_tables(self) -> None:
        """Made anew for each file, the tables would come after the foot when Tab walks the page."""
        for one, other in pairwise([*self.tables.controls(), *self.foot.controls()]):
            QWidget.setTabOrder(one, other)

    def _wait_for(self, step: str) -> None:
        self._awaited = step
        self.waiting.begin(self.tr("Comparing with what is there"))
        self.pages.setCurrentWidget(self.waiting)
        self._mark(step)
        self._tell()

    def _give_up_waiting(self) -> None:
        self._awaited = ""
        self.comparing.stop()
        assert self.draft is not None
        self._show(TABLES)

    def _hear_comparing(self) -> None:
        draft = self.draft
        if draft is None:
            return
        if self._awaited and draft.plan.compared is not None:
            step, self._awaited = self._awaited, ""
            self._show(NAMES if step == COMPARE and self.steps.current != NAMES and draft.plan.undecided else step)
        elif self._awaited and not self.comparing.is_running:
            self._give_up_waiting()
        elif self._awaited:
            self.waiting.show_progress(*self.comparing.progress)
        elif self.steps.current == COMPARE and draft.plan.compared is not None:
            self.compare.show_figures()
        elif self.steps.current == TABLES:
            self.tables.show_plan(draft)
        if self.comparing.refusal:
            self.notice.say(self.comparing.refusal, "error")
        if not self._awaited:
            self._mark(self.steps.current)
        self._tell()

    def _next(self) -> Next:
        assert self.draft is not None
        if self._awaited:
            return Next("", self.tr("Compare"), self.tr("Comparing…"))
        return next_step(self.draft, self.steps.current, is_first=self._is_first, is_looking=self.looking.is_running)

    def _tell(self) -> None:
        """Say at the foot what would be done, or why it cannot be."""
        if self.draft is None or self.steps.current == DONE:
            return
        coming = self._next()
        self.foot.show_next(coming)
        if self.looking.is_running:
            self.foot.show_work(self.tr("Looking again…"))
        elif self.comparing.is_running and not self._awaited:
            _, done, total = self.comparing.progress
            self.foot.show_work(self.tr("Comparing with what is there…"), done, total)
        elif self.comparing.is_naming and not self._awaited and self.steps.current != COMPARE:
            self.foot.show_work(self.tr("Looking for names that look alike…"))
        else:
            self.foot.show_work("")

    def _take(self, key: TableKey, is_taken: bool) -> None:
        if self.draft is not None:
            self.comparing.stop()
            self.draft.take(key, is_taken)
            if not self.draft.why_not():
                self.comparing.begin(self.draft)
            self.tables.show_plan(self.draft)
            self._tell()

    def _go_on(self) -> None:
        if self.draft is None or not self.accept.isEnabled() or self.steps.current == DONE:
            return
        step = self._next().step
        if step == IMPORT:
            self._accept()
        elif step:
            self.go(step)

    def _hurry(self) -> None:
        """Ctrl+Enter: from the tables and their columns straight to the end, else as the button says."""
        if self.draft is None or not self.accept.isEnabled():
            return
        if self.steps.current in (TABLES, COLUMNS):
            self._accept()
        else:
            self._go_on()

    def _accept(self) -> None:
        self.comparing.stop()
        self._is_keeping = True
        self.accepted.emit(self.draft)

    def _decide(self, choices: dict[TableKey, Choices]) -> None:
        if self.draft is not None:
            self.comparing.stop()
            self.looking.begin(self.draft, choices)
            self._tell()

    def _looked(self, key: TableKey) -> None:
        self.notice.hide()
        self._show_again(key)

    def _lost(self, key: TableKey) -> None:
        self.notice.say(self.tr("Read this way, the table is not found any more; it stays as it was."), "warn")
        self._show_again(key)

    def _refused(self, sentence: str) -> None:
        self.table.stop_checking()
        self.notice.say(sentence, "error")
        self._tell()

    def _show_again(self, key: TableKey) -> None:
        if self.draft is not None and self.table.key == key and self.steps.current == COLUMNS:
            self.table.show_table(self.draft, key, is_new_look=True)
        elif self.steps.current != COLUMNS and self.draft is not None:
            self.go(self.steps.current)
        self._tell()

    def _stop(self) -> None:
        """Stop looking again or comparing; what was there before is there still."""
        if (key := self.looking.stop()) is not None:
            self._show_again(key)
        else:
            self.comparing.stop()
        self._tell()

    def _name(self) -> None:
        """A pair of names was decided: what was compared holds no longer."""
        self.comparing.stop()
        self._tell()

    def _tick(self) -> None:
        self.comparing.figure_later()
        self._tell()

    def _undo(self) -> None:
        if (batch_id := self.batch_id) is None:
            return
        self._desk.write(
            self.tr("Take the import back"),
            lambda: imports.revert(self._desk.workspace, batch_id),
            owner=self,
            done=lambda _change: self.outcome.show_undone(),
        )

    def _hear(self, _change: Any) -> None:
        """Taken back from the menu, the import is not offered to be taken back once more; while one is being decided,
        what it was compared with is something else now."""
        if self.batch_id is not None and self.steps.current == DONE:
            batch = self._desk.workspace.get("batch", self.batch_id)
            if getattr(batch, "status", "undone") != "committed":
                self.outcome.show_undone()
        elif self.draft is not None and not self._is_keeping and self.draft.plan.compared is not None:
            self.draft.plan.outdate()
            self.go(self.steps.current)
