"""Runs the reading child: spawned, memory-capped, killable; an abort of the child becomes one sentence."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO, cast

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.intake import frames
from collabdesk.intake.jobs import Job, LookJob

_ROOT = Path(__file__).resolve().parents[2]
_TICK = 0.1
_RESIDENT_CAP = 3 * 1024**3
_ABORTED = (
    "The file is damaged or was made to break spreadsheet readers: reading it ended abruptly. "
    "Open it in a spreadsheet program, save it again, and try that copy."
)


class Child:
    """One reading child. It does one job after the other and keeps the file of the first one read, so that a second
    look at it, or a page of its cells, costs no second reading. After any exception it is of no use: `end` it.
    """

    def __init__(self) -> None:
        self._process = _start()
        self._arrived: queue.Queue[frames.Frame | None] = queue.Queue(maxsize=64)
        self._ended = threading.Event()
        threading.Thread(target=self._listen, name="reading child", daemon=True).start()

    def ask(
        self, job: Job, is_cancelled: Callable[[], bool] | None = None, *, is_last: bool = False
    ) -> Iterator[frames.Frame]:
        """The child's messages as they come, without its last one.

        Raises Refused when the child refuses the file or dies of it, Cancelled within a second of `is_cancelled`.
        """
        with contextlib.suppress(BrokenPipeError):  # a child that died at once: the loop below says so
            stdin = cast(BinaryIO, self._process.stdin)
            frames.send(stdin, "look" if isinstance(job, LookJob) else "cells", asdict(job))
            if is_last:
                stdin.close()
        for frame in self._frames(is_cancelled):
            if frame[0] == "done":
                return
            if frame[0] == "refused":
                raise Refused(frame[1], frame[2])
            if frame[0] == "bug":
                raise RuntimeError(f"reading {job.path} failed\n{frame[1]}")
            yield frame
        raise Refused(_ABORTED, "aborted")

    def end(self) -> None:
        """End it, whatever it does just now; harmless when done twice."""
        self._ended.set()
        _end(self._process)

    def _listen(self) -> None:
        """Take messages off the pipe in a thread of their own, so that cancelling never waits for the child."""
        frame: frames.Frame | None = ()
        while frame is not None and not self._ended.is_set():
            try:
                frame = frames.receive(cast(BinaryIO, self._process.stdout))
            except (OSError, ValueError):
                frame = None
            except Exception:  # noqa: BLE001 - it is told to whoever waits, who else waits forever
                frame = ("bug", traceback.format_exc())
            while not self._ended.is_set():
                with contextlib.suppress(queue.Full):
                    self._arrived.put(frame, timeout=_TICK)
                    break

    def _frames(self, is_cancelled: Callable[[], bool] | None) -> Iterator[frames.Frame]:
        """Messages until the stream ends."""
        while True:
            if is_cancelled is not None and is_cancelled():
                raise Cancelled
            try:
                frame = self._arrived.get(timeout=_TICK)
            except queue.Empty:
                _watch(self._process)
                continue
            if frame is None:
                return
            yield frame


def run(job: Job, is_cancelled: Callable[[], bool] | None = None) -> Iterator[frames.Frame]:
    """One job in a child of its own; what `Child.ask` promises."""
    child = Child()
    try:
        yield from child.ask(job, is_cancelled, is_last=True)
    finally:
        child.end()


def _start() -> subprocess.Popen[bytes]:
    """A new interpreter that can import this package and nothing from the current folder."""
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", "-m", "collabdesk.intake.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _watch(child: subprocess.Popen[bytes]) -> None:
    """Kill a child that takes too much memory although it is capped (shared pages, systems without a cap)."""
    try:
        pages = int(Path(f"/proc/{child.pid}/statm").read_text().split()[1])
    except (OSError, IndexError, ValueError):
        return
    if pages * 4096 > _RESIDENT_CAP:
        raise Refused("Reading this file needs more memory than is allowed.", "too-large")


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        # A finished child needs a moment to leave; one that still works is not waited for.
        deadline = time.monotonic() + 0.05
        while child.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        if child.poll() is None:
            child.kill()
    child.wait()
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()
