"""Looks again at one table's sheet as the person now says; an earlier look on its way is given up."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.draft import Choices, Draft, TableKey
from collabdesk.ui.tasks import Task
from collabdesk.usecases import imports


class LookingAgain(QObject):
    """`looked(key)` tells that the draft has the table as it is read now, `lost(key)` that it is found no more that
    way, `refused` says why it could not be read. A look that is stopped leaves the choices as they were."""

    looked = Signal(tuple)
    lost = Signal(tuple)
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._draft: Draft | None = None
        self._key: TableKey = (0, 0)
        self._before: Choices | None = None

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def begin(self, draft: Draft, key: TableKey, choices: Choices) -> None:
        """Look at the table's sheet with these choices."""
        if self._task is None or key != self._key:
            self._before = draft.choices.get(key)
        if self._task is not None:
            self._task.cancel()
        self._draft, self._key = draft, key
        options, path, workspace = draft.choose(key, choices), draft.path(key), self._desk.workspace
        task = self._task = self._desk.tasks.run(
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
            done=lambda looked: self._looked(task, looked),
            failed=lambda error: self._failed(task, error),
            is_quiet=True,
        )

    def stop(self) -> TableKey | None:
        """Give up the look on its way and what was chosen for it; tells whose it was."""
        if self._task is None:
            return None
        self._task.cancel()
        self._task = None
        self._put_back()
        return self._key

    def _looked(self, task: Task, looked: Any) -> None:
        if task is not self._task or self._draft is None:
            return
        self._task = None
        if self._draft.put(self._key, looked):
            self.looked.emit(self._key)
        else:
            self._put_back()
            self.lost.emit(self._key)

    def _failed(self, task: Task, error: Exception) -> None:
        if task is not self._task:
            return
        self._task = None
        self._put_back()
        if isinstance(error, Refused):
            self.refused.emit(error.sentence)
        elif not isinstance(error, Cancelled):
            self._desk.crashed.emit(error)

    def _put_back(self) -> None:
        if self._draft is None:
            return
        if self._before is None:
            self._draft.choices.pop(self._key, None)
        else:
            self._draft.choices[self._key] = self._before
