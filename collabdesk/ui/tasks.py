"""The one worker thread: long work and all writing happen there, results come back to the window's thread."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.ui.collecting import Collecting

Progress = Callable[[str, int, int], None]
IsCancelled = Callable[[], bool]
Work = Callable[[Progress, IsCancelled], Any]


class Task(QObject):
    """One piece of work on its way. All its signals arrive in the thread that asked for it."""

    progressed = Signal(str, int, int)  # stage, done, total (0: unknown)
    ended = Signal()

    def __init__(self, label: str, work: Work, *, is_quiet: bool) -> None:
        super().__init__()
        self.label = label
        self.work = work
        self.is_quiet = is_quiet
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; it ends when it next looks."""
        self._stop.set()

    def is_cancelled(self) -> bool:
        return self._stop.is_set()


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who asked for a task, and what they want to hear."""

    task: Task
    owner: QObject | None
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    progressed: Callable[[str, int, int], None] | None

    @property
    def is_heard(self) -> bool:
        return self.owner is None or shiboken6.isValid(self.owner)


class _Worker(QObject):
    """Lives in the worker thread and does one piece of work after the other."""

    progressed = Signal(int, str, int, int)
    finished = Signal(int, object, object)

    @Slot(int, object)
    def perform(self, number: int, task: Task) -> None:
        result, error = None, None
        try:
            if task.is_cancelled():
                raise Cancelled
            result = task.work(lambda *report: self.progressed.emit(number, *report), task.is_cancelled)
        except Exception as raised:  # noqa: BLE001 (every error goes to the window's thread, which tells the person)
            error = raised
        self.finished.emit(number, result, error)


class Tasks(QObject):
    """Runs work one after the other; whoever asked hears of it in the window's own thread."""

    began = Signal(object)  # Task
    ended = Signal(object)
    refused = Signal(object)  # Refused that nobody else took
    crashed = Signal(object)  # any other exception
    _asked = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._open: dict[int, _Asked] = {}
        self._is_closed = False
        self._collecting: Collecting | None = None
        self._thread = QThread()
        self._thread.setObjectName("worker")
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._asked.connect(self._worker.perform, Qt.ConnectionType.QueuedConnection)
        self._worker.progressed.connect(self._progressed, Qt.ConnectionType.QueuedConnection)
        self._worker.finished.connect(self._finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        label: str,
        work: Work,
        *,
        owner: QObject | None = None,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        progressed: Callable[[str, int, int], None] | None = None,
        is_quiet: bool = False,
    ) -> Task:
        """Queue `work(progress, is_cancelled)`; the callbacks run in the window's thread.

        They stay silent once `owner` was deleted. Without `failed`, a Refused becomes a notice and any other
        exception the crash dialog; Cancelled is never an error. `is_quiet` work (a chart, a preview) does
        not show in the status bar.
        """
        task = Task(label, work, is_quiet=is_quiet)
        if self._is_closed:  # a widget that outlives the desk for a moment must not wake the thread again
            task.cancel()
            return task
        number = next(self._numbers)
        self._open[number] = _Asked(task, owner, done, failed, progressed)
        if not self._thread.isRunning():
            self._collecting = Collecting(self)
            self._thread.start()
        self.began.emit(task)
        self._asked.emit(number, task)
        return task

    @property
    def is_busy(self) -> bool:
        """Whether any work, also the quiet one, is under way or waiting."""
        return bool(self._open)

    def close(self) -> None:
        """Ask all work to stop and wait for the thread to end."""
        self._is_closed = True
        for asked in list(self._open.values()):
            asked.task.cancel()
        self._thread.quit()
        self._thread.wait()
        if self._collecting is not None:
            self._collecting.stop()
        self._open.clear()

    @Slot(int, str, int, int)
    def _progressed(self, number: int, stage: str, done: int, total: int) -> None:
        asked = self._open.get(number)
        if asked is None:  # said before the desk was closed, heard after
            return
        asked.task.progressed.emit(stage, done, total)
        if asked.progressed is not None and asked.is_heard:
            asked.progressed(stage, done, total)

    @Slot(int, object, object)
    def _finished(self, number: int, result: Any, error: Exception | None) -> None:
        asked = self._open.pop(number, None)
        if asked is None:
            return
        asked.task.ended.emit()
        self.ended.emit(asked.task)
        if error is not None:
            self._tell(asked, error)
        elif asked.done is not None and asked.is_heard:
            asked.done(result)

    def _tell(self, asked: _Asked, error: Exception) -> None:
        if asked.failed is not None and asked.is_heard:
            asked.failed(error)
        elif isinstance(error, Refused):
            self.refused.emit(error)
        elif not isinstance(error, Cancelled):
            self.crashed.emit(error)
