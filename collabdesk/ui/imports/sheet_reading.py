"""Fetches the pages of a sheet that are about to be seen, one after the other, in the worker."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.draft import Draft
from collabdesk.usecases import imports
from collabdesk.usecases.decisions import TableKey
from collabdesk.usecases.imports import SheetPage


class SheetReading(QObject):
    """`arrived(page)` brings what `ask` asked for, unless another sheet is shown by then."""

    arrived = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft: Draft | None = None
        self._key: TableKey = (0, 0)
        self._sheet: tuple[object, ...] = ()
        self._turn = 0
        self.is_busy = False

    def turn_to(self, draft: Draft, key: TableKey) -> bool:
        """Read this table's sheet from now on; tells whether it is another one than before."""
        sheet = (draft, draft.path(key), draft.table(key).sheet)
        is_other = sheet[1:] != self._sheet[1:] or draft is not self._draft
        self._draft, self._key, self._sheet = draft, key, sheet
        if is_other:
            self._turn += 1
            self.is_busy = False
        return is_other

    def ask(self, first_row: int, rows: int) -> None:
        """Fetch a page, unless one is on its way."""
        if self._draft is None or self.is_busy:
            return
        self.is_busy = True
        turn, files = self._turn, self._draft.open_files
        path, sheet = self._draft.path(self._key), self._draft.table(self._key).sheet
        self._desk.tasks.run(
            self.tr("Reading the sheet"),
            lambda _progress, is_cancelled: imports.sheet_page(
                path, sheet, first_row, rows, open_files=files, is_cancelled=is_cancelled
            ),
            owner=self,
            done=lambda page: self._take(turn, page),
            failed=self._lose,
            is_quiet=True,
        )

    def _take(self, turn: int, page: SheetPage) -> None:
        if turn == self._turn:
            self.is_busy = False
            self.arrived.emit(page)

    def _lose(self, error: Exception) -> None:
        # A file that is gone since the look: said once, and not asked for again before another sheet is shown.
        if isinstance(error, Refused):
            self._desk.fail(error)
        elif not isinstance(error, Cancelled):
            self._desk.crashed.emit(error)
