"""The way from a look to an accepted import: steps above, the page, and what would be done at the foot."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_XL, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.deciding import Deciding
from collabdesk.ui.imports.draft import Draft, TableKey
from collabdesk.ui.imports.foot import Foot
from collabdesk.ui.imports.import_steps import ImportSteps
from collabdesk.ui.imports.leave_bar import LeaveBar
from collabdesk.ui.imports.next_step import COLUMNS, COMPARE, DONE, FILES, IMPORT, NAMES, TABLES, Next, next_step
from collabdesk.ui.imports.wizard_pages import WizardPages
from collabdesk.ui.widgets import NoticeBar


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
        self.steps, self.notice, self.confirm = ImportSteps(), NoticeBar(), LeaveBar()
        self.pages = pages = WizardPages(desk)
        self.tables, self.table, self.names = pages.tables, pages.table, pages.names
        self.compare, self.outcome, self.waiting = pages.compare, pages.outcome, pages.waiting
        self.foot = Foot(self)
        self.accept, self.cancel, self.said = self.foot.accept, self.foot.cancel, self.foot.said
        self.deciding = Deciding(desk, self)
        self.looking, self.comparing = self.deciding.looking, self.deciding.comparing
        self._lay_out()
        self._connect()

    @property
    def draft(self) -> Draft | None:
        """The import that is being decided, or was kept last; None at rest."""
        return self.deciding.draft

    def begin(self, draft: Draft) -> None:
        """Start with what was found: at the tables."""
        self.forget()
        self.deciding.draft, self._table = draft, None
        workspace = self._desk.workspace
        self._is_first = not workspace.count("project") and not workspace.count("partner")
        self.notice.hide()
        self.foot.show()
        self.go(TABLES)

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
        self.notice.hide()
        self.foot.hide()
        self._show(DONE)
        self.outcome.show_outcome(self.draft, accepted)

    def forget(self) -> None:
        """Give up what was found and stop looking and comparing."""
        self._awaited = ""
        self.confirm.hide()
        self.deciding.forget()

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
            self.go(self.steps.before(self.draft))

    def give_up(self) -> None:
        """Leave the import, after a question where something was chosen."""
        self.ask_to_leave(self.left.emit)

    def ask_to_leave(self, leave: Any) -> None:
        """Call `leave` at once, or once the person agrees to lose what was chosen."""
        self.confirm.ask_to_leave(None if self.steps.current == DONE else self.draft, leave)

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
        is_wanted = not draft.why_not()
        if is_wanted:
            self.comparing.begin(draft)
        if step in (NAMES, COMPARE) and draft.plan.compared is None:
            self._wait_for(step) if is_wanted else self._show(TABLES)
        else:
            self._show(step)

    def open_table(self, key: TableKey) -> None:
        """Show one table's columns and cells."""
        if self.draft is not None:
            if self.draft.plan.compared is None:
                self.comparing.stop()  # the sheet is not kept waiting; it is compared when it is left
            self._table = key
            self.pages.open_table(self.draft, key)
            self._show(COLUMNS)

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
        self.tables.taken.connect(self.deciding.take)
        self.tables.decided.connect(self.deciding.read)
        self.table.turned.connect(self.open_table)
        self.table.decided.connect(lambda key, choices: self.deciding.read({key: choices}))
        self.names.decided.connect(self.deciding.name)
        self.compare.decided.connect(self.deciding.tick)
        self.waiting.cancelled.connect(self._give_up_waiting)
        self.deciding.told.connect(self._hear_deciding)
        self.deciding.reread.connect(self._show_again)
        self.deciding.said.connect(self._say)
        self.looking.refused.connect(lambda _: self.table.stop_checking())
        self.comparing.told.connect(self._hear_comparing)
        self.foot.given_up.connect(self.give_up)
        self.foot.turned_back.connect(self.back)
        self.foot.stopped.connect(self.deciding.stop)
        self.foot.gone_on.connect(self._go_on)
        self.foot.hurried.connect(self._hurry)
        self.outcome.more.connect(self.left)
        self._desk.changed.connect(self._hear)

    def _show(self, step: str) -> None:
        draft = self.draft
        assert draft is not None
        self.pages.fill(step, draft)
        self.steps.mark(step, draft)
        self._tell()
        self.pages.focus(step, self.foot.controls(), self.foot.way_on)

    def _wait_for(self, step: str) -> None:
        self._awaited = step
        self.pages.wait()
        self.steps.mark(step, self.draft)
        self._tell()

    def _give_up_waiting(self) -> None:
        self._awaited = ""
        self.comparing.stop()
        assert self.draft is not None
        self._show(TABLES)

    def _hear_deciding(self) -> None:
        if self.draft is not None and self.steps.current == TABLES:
            self.tables.show_plan(self.draft)
        self._tell()

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
            self.steps.mark(self.steps.current, draft)
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
        self.foot.show_next(self._next())
        self.foot.show_work(*self._work())

    def _work(self) -> tuple[str, int, int]:
        """What is being worked at while the person goes on."""
        if self.looking.is_running:
            return self.tr("Looking again…"), 0, 0
        if self._awaited:
            return "", 0, 0
        if self.comparing.is_running:
            return self.tr("Comparing with what is there…"), *self.comparing.progress[1:]
        is_naming = self.comparing.is_naming and self.steps.current != COMPARE
        return self.tr("Looking for names that look alike…") if is_naming else "", 0, 0

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

    def _say(self, sentence: str, tone: str) -> None:
        self.notice.say(sentence, tone) if sentence else self.notice.hide()
        self._tell()

    def _show_again(self, key: TableKey) -> None:
        if self.draft is not None and self.table.key == key and self.steps.current == COLUMNS:
            self.pages.open_table(self.draft, key, is_new_look=True)
        elif self.steps.current != COLUMNS and self.draft is not None:
            self.go(self.steps.current)
        self._tell()

    def _hear(self, _change: Any) -> None:
        """While an import is being decided, what it was compared with is something else now."""
        draft = self.draft
        if draft is None or draft.plan.compared is None or self.steps.current == DONE or self._is_keeping:
            return
        draft.plan.outdate()
        self.go(self.steps.current)
