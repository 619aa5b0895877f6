"""Compares a draft with what is there, in the worker, and again when something about it was decided otherwise."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.draft import Draft
from collabdesk.ui.tasks import IsCancelled, Progress, Task
from collabdesk.usecases.decisions import Decisions

_PAUSE_MS = 500  # after the last tick, before the figures are worked out again


class Comparing(QObject):
    """`told` says that something about it is new: begun, further on, done, stopped, not possible.

    Everything is worked out on copies of the decisions; a draft that was decided otherwise meanwhile takes nothing.
    """

    told = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._naming: Task | None = None
        self._figuring: Task | None = None
        self._draft: Draft | None = None
        self.progress: tuple[str, int, int] = ("", 0, 0)
        self.refusal = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._figure)

    @property
    def is_running(self) -> bool:
        """Is the comparison itself being made? Figures that are worked out again keep nobody waiting."""
        return self._task is not None

    @property
    def is_naming(self) -> bool:
        """Are names that look alike being looked for?"""
        return self._naming is not None

    def begin(self, draft: Draft) -> None:
        """Compare, unless this is done or on its way; then look for names that look alike, which may take longer."""
        if draft is self._draft and (self._task is not None or self._naming is not None):
            return
        if draft.plan.compared is not None:
            self._draft = draft
            self._name(draft)
            return
        self.stop()
        self._draft, self.progress, self.refusal = draft, ("", 0, 0), ""
        said, workspace = draft.plan.decisions, self._desk.workspace
        decisions = Decisions(same=dict(said.same), different=set(said.different))
        skip = draft.skipped()

        def work(progress: Progress, is_cancelled: IsCancelled) -> Any:
            from collabdesk.usecases import comparison

            return comparison.compare(
                workspace, draft.staged, skip=skip, decisions=decisions, progress=progress, is_cancelled=is_cancelled
            )

        task = self._task = self._desk.tasks.run(
            self.tr("Comparing with what is there"),
            work,
            owner=self,
            done=lambda compared: self._compared(task, draft, compared),
            failed=lambda error: self._not_compared(task, error),
            progressed=lambda *report: self._further(task, *report),
            is_quiet=True,
        )
        self.told.emit()

    def stop(self) -> None:
        """Give up what is on its way; what is known stays."""
        self._later.stop()
        for task in (self._task, self._naming, self._figuring):
            if task is not None:
                task.cancel()
        self._task = self._naming = self._figuring = None

    def figure_later(self) -> None:
        """Work out the figures again once the person pauses."""
        if self._figuring is not None:
            self._figuring.cancel()
            self._figuring = None
        self._later.start()

    def _compared(self, task: Task, draft: Draft, compared: Any) -> None:
        if task is not self._task:
            return
        self._task = None
        draft.plan.take(compared)
        if draft.plan.figures is None:
            self.figure_later()
        self._name(draft)
        self.told.emit()

    def _name(self, draft: Draft) -> None:
        if draft.plan.alike is not None:
            return
        workspace, skip = self._desk.workspace, draft.skipped()

        def work(_progress: Progress, is_cancelled: IsCancelled) -> Any:
            from collabdesk.usecases import partners

            return partners.likenesses(workspace, draft.staged, skip=skip, is_cancelled=is_cancelled)

        def end(alike: Any) -> None:
            if task is self._naming:
                self._naming = None
                draft.plan.alike = alike
                self.told.emit()

        def fail(error: Exception) -> None:
            if task is self._naming:
                self._not_compared(task, error)

        task = self._naming = self._desk.tasks.run(
            self.tr("Looking for names that look alike"), work, owner=self, done=end, failed=fail, is_quiet=True
        )

    def _not_compared(self, task: Task, error: Exception) -> None:
        if task not in (self._task, self._naming):
            return
        self._task = self._naming = None
        if isinstance(error, Refused):
            self.refusal = error.sentence
        elif not isinstance(error, Cancelled):
            self._desk.crashed.emit(error)
        self.told.emit()

    def _further(self, task: Task, stage: str, done: int, total: int) -> None:
        if task is self._task:
            self.progress = (stage, done, total)
            self.told.emit()

    def _figure(self) -> None:
        draft = self._draft
        if draft is None or draft.plan.compared is None or draft.plan.figures is not None:
            return
        decisions, skip, workspace = draft.plan.decided(), draft.skipped(), self._desk.workspace

        def work(_progress: Progress, is_cancelled: IsCancelled) -> Any:
            from collabdesk.usecases import comparison

            return comparison.compare(
                workspace, draft.staged, skip=skip, decisions=decisions, is_cancelled=is_cancelled
            )

        def take(compared: Any) -> None:
            if task is self._figuring:
                self._figuring = None
                draft.plan.figures, draft.plan.figures_note = compared.figures, compared.figures_note
                self.told.emit()

        task = self._figuring = self._desk.tasks.run(
            self.tr("Working out the figures"), work, owner=self, done=take, is_quiet=True
        )
