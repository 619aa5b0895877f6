"""Looks again at tables as the person now says; an earlier look on its way is given up."""

from __future__ import annotations

from collections.abc import Mapping
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
        self._keys: tuple[TableKey, ...] = ()
        self._before: dict[TableKey, Choices | None] = {}

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def begin(self, draft: Draft, choices: Mapping[TableKey, Choices]) -> None:
        """Look at the tables' sheets with these choices, in one go."""
        keys = tuple(choices)
        if self._task is None or keys != self._keys:
            self._before = {key: draft.choices.get(key) for key in keys}
        if self._task is not None:
            self._task.cancel()
        self._draft, self._keys = draft, keys
        workspace = self._desk.workspace
        jobs = [(draft.path(key), draft.choose(key, chosen)) for key, chosen in choices.items()]
        task = self._task = self._desk.tasks.run(
            self.tr("Looking again"),
            lambda progress, is_cancelled: [
                imports.look_at(
                    [path],
                    options,
                    workspace=workspace,
                    open_files=draft.open_files,
                    progress=progress,
                    is_cancelled=is_cancelled,
                )
                for path, options in jobs
            ],
            owner=self,
            done=lambda looks: self._looked(task, looks),
            failed=lambda error: self._failed(task, error),
            is_quiet=True,
        )

    def stop(self) -> TableKey | None:
        """Give up the look on its way and what was chosen for it; tells whose it was, the first of several."""
        if self._task is None:
            return None
        self._task.cancel()
        self._task = None
        self._put_back()
        return self._keys[0] if self._keys else None

    def _looked(self, task: Task, looks: Any) -> None:
        if task is not self._task or self._draft is None:
            return
        self._task = None
        found = [self._draft.put(key, look) for key, look in zip(self._keys, looks, strict=True)]
        lost = [key for key, is_found in zip(self._keys, found, strict=True) if not is_found]
        self._put_back(lost)
        for key in self._keys:
            (self.lost if key in lost else self.looked).emit(key)

    def _failed(self, task: Task, error: Exception) -> None:
        if task is not self._task:
            return
        self._task = None
        self._put_back()
        if isinstance(error, Refused):
            self.refused.emit(error.sentence)
        elif not isinstance(error, Cancelled):
            self._desk.crashed.emit(error)

    def _put_back(self, keys: list[TableKey] | None = None) -> None:
        if self._draft is None:
            return
        for key in self._keys if keys is None else keys:
            before = self._before.get(key)
            if before is None:
                self._draft.choices.pop(key, None)
            else:
                self._draft.choices[key] = before
