"""The way from a look to an accepted import: steps above, the page, and what would be done at the foot."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_XL, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.draft import Choices, Draft, TableKey
from collabdesk.ui.imports.outcome import OutcomePage
from collabdesk.ui.imports.table_page import TablePage
from collabdesk.ui.imports.tables_page import TablesPage
from collabdesk.ui.tasks import Task
from collabdesk.ui.texts import count_text
from collabdesk.ui.widgets import NoticeBar, label, primary, quiet, row, separator
from collabdesk.ui.widgets.steps import StepBar
from collabdesk.usecases import imports, mappings

FILES, TABLES, COLUMNS, DONE = "files", "tables", "columns", "done"


class Wizard(QWidget):
    """`accepted(draft)` asks to keep it; `left` gives it up. It holds a Draft and writes nothing itself."""

    accepted = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look: Task | None = None
        self.draft: Draft | None = None
        self.batch_id: int | None = None
        self.steps = StepBar(
            [
                (FILES, self.tr("Files")),
                (TABLES, self.tr("Tables")),
                (COLUMNS, self.tr("Columns")),
                (DONE, self.tr("Done")),
            ]
        )
        self.steps.chosen.connect(self._go)
        self.tables = TablesPage()
        self.table = TablePage(desk, mappings.field_names(), mappings.kind_names())
        self.outcome = OutcomePage()
        self.notice = NoticeBar()
        self.pages = QStackedWidget()
        for page in (self.tables, self.table, self.outcome):
            self.pages.addWidget(page)
        self._make_foot()
        self._lay_out()
        self._connect()

    def begin(self, draft: Draft) -> None:
        """Start with what was found: at the tables."""
        self.forget()
        self.draft, self.batch_id = draft, None
        self.notice.hide()
        self.foot.show()
        self.tables.show_draft(draft)
        self._go(TABLES)
        # Made anew for each file, the tables would come after the foot when Tab walks the page.
        for made in self.tables.findChildren(QPushButton):
            QWidget.setTabOrder(made, self.cancel)
        QWidget.setTabOrder(self.cancel, self.accept)
        self.accept.setFocus()

    def finish(self, accepted: Any) -> None:
        """Show what was kept."""
        assert self.draft is not None
        self.draft.close()
        self.batch_id = accepted.batch_id
        self.notice.hide()
        self.outcome.show_outcome(self.draft, accepted)
        self.foot.hide()
        self._show(DONE)

    def forget(self) -> None:
        """Give up what was found and stop looking."""
        if self._look is not None:
            self._look.cancel()
        if self.draft is not None:
            self.draft.close()
        self._look, self.draft = None, None

    def back(self) -> None:
        """One step back."""
        if self.steps.current == COLUMNS:
            self._go(TABLES)
        else:
            self.left.emit()

    def open_table(self, key: TableKey) -> None:
        """Show one table's columns and cells."""
        if self.draft is not None:
            self.table.show_table(self.draft, key)
            self._show(COLUMNS)
            self._fetch_cells()
            self.table.columns.setFocus()

    def _make_foot(self) -> None:
        self.cancel = quiet(self.tr("Cancel import"))
        self.cancel.clicked.connect(self.left)
        self.said = label("", "secondary", wrap=False)
        self.accept = primary("", "check")
        # A shortcut of the button itself would be lost each time its text changes.
        QShortcut(QKeySequence("Ctrl+Return"), self, self._accept)
        self.accept.setDefault(True)
        self.accept.clicked.connect(self._accept)
        self.foot = QWidget()
        line = row(self.cancel, None, self.said, GAP_M, self.accept)
        line.setContentsMargins(PAGE_MARGIN, GAP_M, PAGE_MARGIN, GAP_M)
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(separator())
        column.addLayout(line)

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(PAGE_MARGIN, GAP_XL, PAGE_MARGIN, GAP_M)
        inner.setSpacing(GAP_L)
        inner.addWidget(self.steps)
        inner.addWidget(self.notice)
        inner.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.tables.opened.connect(self.open_table)
        self.tables.taken.connect(self._take)
        self.table.turned.connect(self.open_table)
        self.table.decided.connect(self._decide)
        self.table.preview.cells.wanted.connect(self._fetch)
        self.outcome.undone.connect(self._undo)
        self._desk.changed.connect(self._hear)
        self.outcome.more.connect(self.left)
        self.outcome.projects.connect(lambda: self._desk.go("projects"))

    def _go(self, step: str) -> None:
        if step == FILES:
            self.left.emit()
        elif step == TABLES and self.draft is not None:
            self.tables.show_draft(self.draft)
            self._show(TABLES)
        elif step == COLUMNS and self.draft is not None and (first := next(self.draft.tables(), None)):
            self.open_table(first[0])

    def _show(self, step: str) -> None:
        self.pages.setCurrentIndex((TABLES, COLUMNS, DONE).index(step))
        has_tables = self.draft is not None and any(True for _ in self.draft.tables())
        self.steps.show_step(step, () if step == DONE else (FILES, TABLES, COLUMNS) if has_tables else (FILES, TABLES))
        self._tell()

    def _tell(self) -> None:
        """Say at the foot what would be done, or why it cannot be."""
        if self.draft is None:
            return
        why = self.tr("Looking again…") if self._look is not None else self.draft.why_not()
        self.accept.setText(self.draft.button_text())
        self.accept.setEnabled(not why)
        self.accept.setToolTip(why or self.tr("Import (Ctrl+Enter)"))
        self.said.setText(why or self._left_behind())

    def _left_behind(self) -> str:
        assert self.draft is not None
        taken = [t for key, t in self.draft.tables() if self.draft.is_taken(key)]
        parts = [
            (sum(len(t.set_aside) for t in taken), "%n row set aside", "%n rows set aside"),
            (sum(t.rows_rejected for t in taken), "%n row rejected", "%n rows rejected"),
        ]
        return ",  ".join(count_text("Wizard", one, many, count) for count, one, many in parts if count)

    def _take(self, key: TableKey, is_taken: bool) -> None:
        if self.draft is not None:
            self.draft.take(key, is_taken)
            self._tell()

    def _accept(self) -> None:
        if self.draft is not None and self.accept.isEnabled() and self.steps.current in (TABLES, COLUMNS):
            self.accepted.emit(self.draft)

    def _decide(self, key: TableKey, choices: Choices) -> None:
        """Look again at one sheet as the person now says; an earlier look on its way is given up."""
        draft = self.draft
        if draft is None:
            return
        if self._look is not None:
            self._look.cancel()
        options = draft.choose(key, choices)
        path = draft.path(key)
        workspace = self._desk.workspace
        task = self._desk.tasks.run(
            self.tr("Looking again"),
            lambda progress, is_cancelled: imports.look_at(
                [path],
                options,
                workspace=workspace,
                open_files=draft.open_files,
                progress=progress,
                is_cancelled=is_cancelled,
            ),
            owner=self,
            done=lambda looked: self._looked_again(draft, key, looked),
            failed=self._not_looked,
            is_quiet=True,
        )
        self._look = task
        self._tell()

    def _looked_again(self, draft: Draft, key: TableKey, looked: Any) -> None:
        if draft is not self.draft:
            return
        self._look = None
        if draft.put(key, looked):
            self.notice.hide()
        else:
            self.notice.say(self.tr("Read this way, the table is not found any more; it stays as it was."), "warn")
        if self.table.key == key and self.steps.current == COLUMNS:
            self.table.show_table(draft, key, is_new_look=True)
        self._tell()

    def _not_looked(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        self._look = None
        if isinstance(error, Refused):
            self.notice.say(error.sentence, "error")
        else:
            self._desk.crashed.emit(error)
        self._tell()

    def _fetch_cells(self) -> None:
        """Ask for the first page of the sheet at once."""
        assert self.draft is not None
        self.table.preview.cells.text(self.draft.table(self.table.key).header_rows[0], 1)

    def _fetch(self, first_row: int, rows: int) -> None:
        draft, key = self.draft, self.table.key
        if draft is None:
            return
        path, sheet = draft.path(key), draft.table(key).sheet

        def take(texts: Any) -> None:
            if draft is self.draft and key == self.table.key:
                self.table.preview.cells.take(first_row, texts)

        self._desk.tasks.run(
            self.tr("Reading the sheet"),
            lambda _progress, _is_cancelled: imports.sheet_preview(
                path, sheet, first_row, rows, open_files=draft.open_files
            ),
            owner=self,
            done=take,
            is_quiet=True,
        )

    def _undo(self) -> None:
        batch_id = self.batch_id
        if batch_id is None:
            return
        self._desk.write(
            self.tr("Take the import back"),
            lambda: imports.revert(self._desk.workspace, batch_id),
            owner=self,
            done=lambda _change: self.outcome.show_undone(),
        )

    def _hear(self, _change: Any) -> None:
        """Taken back from the menu, the import is not offered to be taken back once more."""
        if self.batch_id is not None and self.steps.current == DONE:
            batch = self._desk.workspace.get("batch", self.batch_id)
            if getattr(batch, "status", "undone") != "committed":
                self.outcome.show_undone()
