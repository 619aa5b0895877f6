"""The statements of a project: what is asked for above, the table, and beside it the chosen figure's sources."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.statements import Statement
from collabdesk.ui.audits.sources import SourcesPanel
from collabdesk.ui.design.scale import GAP_L, GAP_M, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.statements.asking import AskingBar
from collabdesk.ui.projects.statements.table import StatementTable
from collabdesk.ui.tasks import Task
from collabdesk.ui.widgets import EmptyState, button, label, primary, row
from collabdesk.ui.widgets.framed import framed
from collabdesk.usecases import statements

_HEEDLESS = frozenset({"report", "audit", "finding", "recommendation", "indicator", "risk"})
_NOTES_SHOWN = 3


class Statements(QWidget):
    """Everything is read in the worker; it is looked at again after a change, when the tab is seen."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk, self._id = desk, project.id or 0
        self._task: Task | None = None
        self._is_stale = True
        self.statement: Statement | None = None
        self.table: StatementTable | None = None
        self.bar = AskingBar()
        self.bar.asked.connect(self.look)
        self.pdf = primary(self.tr("Save as &PDF…"), "print")
        self.pdf.clicked.connect(lambda: self._ask_where(".pdf"))
        self.workbook = button(self.tr("Save as &workbook…"), "spreadsheet")
        self.workbook.clicked.connect(lambda: self._ask_where(".xlsx"))
        self.facts = label("", "secondary", wrap=True)
        self.notes = label("", "small", wrap=True)
        self.sources = SourcesPanel(desk)
        self._lay_out()
        desk.changed.connect(self._hear)

    def _lay_out(self) -> None:
        left = QWidget()
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, GAP_M, 0)
        inner.setSpacing(GAP_M)
        self._place = QVBoxLayout()
        inner.addWidget(self.facts)
        inner.addLayout(self._place, 1)
        inner.addWidget(self.notes)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(self.sources)
        self.split.setStretchFactor(0, 1)
        self.sources.setMinimumWidth(320)
        self.sources.hide()  # the table has all the room until a figure is chosen
        self.reason = EmptyState("reports", " ", " ")
        self._pages = QStackedLayout()
        self._pages.addWidget(self.split)
        self._pages.addWidget(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_L, PAGE_MARGIN, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self.bar)
        column.addLayout(row(self.bar.fields, None, self.workbook, self.pdf))
        column.addLayout(self._pages, 1)

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._begin()
        super().showEvent(event)

    def _begin(self) -> None:
        """Look up what can be asked for, then make what is asked."""
        self._is_stale = False
        workspace, number, as_of = self._desk.workspace, self._id, self.bar.as_of.day
        self._desk.tasks.run(
            self.tr("Look for statements"),
            lambda *_: statements.choices(workspace, number, as_of),
            owner=self,
            done=self._offer,
            is_quiet=True,
        )

    def _offer(self, found: statements.Choices) -> None:
        self.bar.offer(found)
        self.look()

    def look(self) -> None:
        """Make the statement that the bar asks for."""
        wish, workspace = self.bar.wish(), self._desk.workspace
        if self._task is not None:
            self._task.cancel()
        reason = self.bar.why_not(wish.kind)
        if reason:
            self._refuse(reason)
            return
        self._task = self._desk.tasks.run(
            self.tr("Make the statement"),
            lambda *_: statements.make(
                workspace, wish.kind, self._id, wish.as_of, partner=wish.partner, period=wish.period, by=wish.by
            ),
            owner=self,
            done=self._show,
            failed=self._failed,
            is_quiet=True,
        )

    def save(self, path: Path) -> None:
        """Write what is shown; the ending says as what."""
        made, workspace = self.statement, self._desk.workspace
        if made is None:
            return
        self._desk.tasks.run(
            self.tr("Save {file}").format(file=path.name),
            lambda *_: statements.write(workspace, made, path),
            owner=self,
            done=lambda _: self._desk.tell(self.tr("Saved as {file}").format(file=path.name)),
        )

    def _ask_where(self, ending: str) -> None:
        made = self.statement
        if made is None:
            return
        name = f"{made.subject} {made.kind} {made.as_of.isoformat()}{ending}".replace("/", "-")
        kinds = self.tr("PDF (*.pdf)") if ending == ".pdf" else self.tr("Workbook (*.xlsx)")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the statement"), name, kinds)
        if chosen:
            self.save(Path(chosen).with_suffix(ending))

    def _show(self, made: Statement) -> None:
        self._task, self.statement = None, made
        before = self.table
        self.table = StatementTable(made, self._desk.theme)
        self.table.picked.connect(self._pick)
        self._drop_table(before)
        self._place.addWidget(framed(self.table))
        self.facts.setText("  ·  ".join(f"{name}: {text}" for name, text in _about(made)))
        told = (*(self.tr("Rate used: {rate}").format(rate=r) for r in made.rates), *made.notes)
        self.notes.setText("\n".join(told[:_NOTES_SHOWN]) + ("\n…" if len(told) > _NOTES_SHOWN else ""))
        self.notes.setToolTip("\n".join(told))
        self.notes.setVisible(bool(told))
        self.sources.hide()
        self._set_ready(True)
        self._pages.setCurrentWidget(self.split)

    def _drop_table(self, table: StatementTable | None) -> None:
        frame = table.parentWidget() if table is not None else None
        if frame is not None:
            self._place.removeWidget(frame)
            frame.hide()
            frame.deleteLater()

    def _pick(self, figure: Any) -> None:
        if figure is None:
            return
        self.sources.show_figure(figure)
        if not self.sources.isVisible() and self.table is not None:
            self.sources.show()
            # The table has become narrower: the chosen cell stays in sight.
            table = self.table
            QTimer.singleShot(0, table, lambda: table.scrollTo(table.currentIndex()))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self._refuse(error.sentence)
        elif not isinstance(error, Cancelled):
            self._desk.crashed.emit(error)

    def _refuse(self, sentence: str) -> None:
        self.statement = None
        self.reason.title.setText(self.tr("No such statement here"))
        self.reason.text.setText(sentence)
        self._set_ready(False)
        self._pages.setCurrentWidget(self.reason)

    def _set_ready(self, is_ready: bool) -> None:
        self.pdf.setEnabled(is_ready)
        self.workbook.setEnabled(is_ready)

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if change.nouns <= _HEEDLESS:
            return
        self._is_stale = True
        if self.isVisible():
            self._begin()


def _about(made: Statement) -> list[tuple[str, str]]:
    """What the page does not say already."""
    return [
        *((n, t) for n, t in made.facts if n != "Project"),
        *([("Rule pack", made.rule_pack)] if made.rule_pack else []),
    ]
