"""A benchmark's one line: ours against the bare library in the same run, and whether the ratio is within its bound."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self


def fastest(work: Callable[[], object], runs: int = 3) -> float:
    """The seconds of the fastest of some runs: what the machine can do when nobody disturbs it."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def verdict(what: str, ours: float, bare: float, bound: float) -> int:
    """Print the ratio; the exit status is 1 where it is over its bound."""
    ratio = ours / bare
    word = "ok" if ratio <= bound else "OVER"
    print(f"{what}: {ratio:.2f} x (ours {ours:.3f} s, bare {bare:.3f} s, at most {bound:g} x) {word}")
    return 0 if ratio <= bound else 1


class Memory:
    """The most memory that this process and its children held at the same moment, looked at every few milliseconds.

    Linux tells it; elsewhere `peak` stays 0.
    """

    def __init__(self) -> None:
        self.peak = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(0.02):
            self.peak = max(self.peak, sum(map(_resident, [os.getpid(), *_children()])))


def _children() -> list[int]:
    found: list[int] = []
    for told in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(OSError):  # the thread has ended meanwhile
            found += [int(pid) for pid in told.read_text().split()]
    return found


def _resident(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024**2
    except (OSError, IndexError):
        return 0.0


def within(what: str, value: float, bound: float, unit: str) -> int:
    """Print a measured value; the exit status is 1 where it is over its bound."""
    word = "ok" if value <= bound else "OVER"
    print(f"{what}: {value:.2f} {unit} (at most {bound:g} {unit}) {word}")
    return 0 if value <= bound else 1
