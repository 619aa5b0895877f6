"""Files kept open in their reading children while an import is decided: a second look costs no second reading."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from collabdesk.intake import frames
from collabdesk.intake.jobs import Job
from collabdesk.intake.process import Child

_MOST = 3  # children that wait at the same time: each holds its file's cells in memory

_Stamp = tuple[int, int]


class OpenFiles:
    """Asks the child that has a file open already, or a new one. Close it when the import is over.

    Jobs come one after the other; `close` may come from another thread at any time.
    """

    def __init__(self) -> None:
        self._children: dict[str, tuple[_Stamp, Child]] = {}
        self._door = threading.Lock()
        self._is_closed = False

    def ask(self, job: Job, is_cancelled: Callable[[], bool] | None = None) -> Iterator[frames.Frame]:
        """What `process.run` gives. A file that has changed since is read anew."""
        stamp = _stamp(job.path)
        with self._door:
            there = self._children.pop(job.path, None)
        if there is not None and there[0] != stamp:
            there[1].end()
            there = None
        child = there[1] if there is not None else Child()
        is_done = False
        try:
            yield from child.ask(job, is_cancelled)
            is_done = True
        finally:
            if is_done:
                self._keep(job.path, stamp, child)
            else:
                child.end()

    def close(self) -> None:
        """End the children; what is asked afterwards is not kept open."""
        with self._door:
            self._is_closed = True
            children, self._children = self._children, {}
        for _, child in children.values():
            child.end()

    def _keep(self, path: str, stamp: _Stamp, child: Child) -> None:
        gone = [child]
        with self._door:
            if not self._is_closed:
                self._children[path] = (stamp, child)
                gone = [self._children.pop(next(iter(self._children)))[1]] if len(self._children) > _MOST else []
        for one in gone:
            one.end()


def _stamp(path: str) -> _Stamp:
    with contextlib.suppress(OSError):
        told = Path(path).stat()
        return told.st_mtime_ns, told.st_size
    return 0, 0
