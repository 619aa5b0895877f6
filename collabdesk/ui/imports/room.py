"""The imports room: files, tables found, columns and cells, done; and the imports so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.batch_page import BatchPage
from collabdesk.ui.imports.draft import Draft, names_of
from collabdesk.ui.imports.start import StartPage
from collabdesk.ui.imports.waiting import WaitingPage
from collabdesk.ui.imports.wizard import Wizard
from collabdesk.ui.tasks import Task
from collabdesk.usecases import imports


class ImportsRoom(QWidget):
    """Shows one of: the start, waiting, the wizard, a past import."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._turn = 0
        self.start = StartPage(desk)
        self.waiting = WaitingPage()
        self.wizard = Wizard(desk)
        self.batch = BatchPage(desk)
        self.pages = QStackedWidget()
        for page in (self.start, self.waiting, self.wizard, self.batch):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self._connect()

    def enter(self, **where: Any) -> None:
        """`files=[…]` looks at them at once, `choose=True` asks for some, `batch_id=…` shows a past import."""
        if files := [Path(f) for f in where.get("files") or ()]:
            self._when_free(lambda: self.look_at(files))
        elif where.get("choose"):
            self.start.ask_files()
        elif where.get("batch_id"):
            self._when_free(lambda: self.open_batch(where["batch_id"]))

    def back(self) -> None:
        """One step back: from the wizard's pages, from a past import."""
        if self.pages.currentWidget() is self.wizard:
            self.wizard.back()
        elif self.pages.currentWidget() is self.batch:
            self.show_start()

    def search(self) -> None:
        """Search the columns of the table that is shown."""
        if self.pages.currentWidget() is self.wizard and self.wizard.table.isVisible():
            self.wizard.table.search()

    def look_at(self, files: Sequence[Path]) -> None:
        """Look at files in the worker; nothing is written."""
        self._stop()
        turn, open_files = self._turn, imports.OpenFiles()
        self.waiting.begin(self.tr("Looking at {files}").format(files=names_of(files)), [f.name for f in files])
        self.pages.setCurrentWidget(self.waiting)
        self._task = self._desk.tasks.run(
            self.tr("Looking at {files}").format(files=names_of(files)),
            lambda progress, is_cancelled: imports.look_at(
                files,
                workspace=self._desk.workspace,
                open_files=open_files,
                progress=progress,
                is_cancelled=is_cancelled,
            ),
            owner=self,
            done=lambda staged: self._looked(turn, Draft(staged, open_files)),
            failed=lambda error: self._failed(turn, error, open_files),
            progressed=self.waiting.show_progress,
        )

    def show_start(self) -> None:
        """Back to the beginning; whatever was being looked at is forgotten."""
        self._stop()
        self.wizard.forget()
        self.pages.setCurrentWidget(self.start)
        self.start.choose.setFocus()

    def open_batch(self, batch_id: int) -> None:
        """Show a past import."""
        self.batch.show_batch(batch_id)
        self.pages.setCurrentWidget(self.batch)

    def accept(self, draft: Draft) -> None:
        """Keep what was seen, as one step; cancelling rolls all of it back."""
        self.waiting.begin(self.tr("Importing {files}").format(files=draft.label), is_keeping=True)
        self.pages.setCurrentWidget(self.waiting)
        workspace, skip, decisions = self._desk.workspace, draft.skipped(), draft.plan.decided()
        self._task = self._desk.tasks.run(
            self.tr("Importing {files}").format(files=draft.label),
            lambda progress, is_cancelled: imports.accept(
                workspace,
                draft.staged,
                skip=skip,
                decisions=decisions,
                progress=progress,
                is_cancelled=is_cancelled,
            ),
            owner=self,
            done=self._accepted,
            failed=self._not_accepted,
            progressed=self.waiting.show_progress,
        )

    def _when_free(self, go: Callable[[], None]) -> None:
        """Go on at once, or once the person agrees to leave the import that is being decided."""
        if self.pages.currentWidget() is self.wizard:
            self.wizard.ask_to_leave(go)
        else:
            go()

    def _connect(self) -> None:
        self.start.files_chosen.connect(lambda files: self._when_free(lambda: self.look_at(files)))
        self.start.opened.connect(self.open_batch)
        self.waiting.cancelled.connect(self._cancel)
        self.wizard.accepted.connect(self.accept)
        self.wizard.left.connect(self.show_start)
        self.batch.left.connect(self.show_start)

    def _looked(self, turn: int, draft: Draft) -> None:
        if turn != self._turn:
            draft.close()
            return  # other files were dropped, or the person left, while this was on its way
        self._task = None
        self.pages.setCurrentWidget(self.wizard)  # what is not shown yet cannot have the focus
        self.wizard.begin(draft)

    def _accepted(self, accepted: Any) -> None:
        self._task = None
        self.pages.setCurrentWidget(self.wizard)
        self.wizard.finish(accepted)

    def _failed(self, turn: int, error: Exception, open_files: imports.OpenFiles) -> None:
        open_files.close()
        if turn != self._turn:
            return
        self.show_start()
        self._say(error, self.tr("Cancelled. Nothing was kept."))

    def _not_accepted(self, error: Exception) -> None:
        self._task = None
        self.pages.setCurrentWidget(self.wizard)
        self.wizard.resume()
        self._say(error, self.tr("Cancelled. Nothing was kept; you can still import."))

    def _say(self, error: Exception, cancelled: str) -> None:
        if isinstance(error, Cancelled):
            self._desk.tell(cancelled)
        elif isinstance(error, Refused):
            self._desk.fail(error)
        else:
            self._desk.crashed.emit(error)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _stop(self) -> None:
        self._cancel()
        self._task = None
        self._turn += 1
