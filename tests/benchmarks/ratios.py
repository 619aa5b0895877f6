"""A benchmark's one line: ours against the bare library in the same run, and whether the ratio is within its bound."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable


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


def peaks() -> str:
    """The most memory that this process and its largest child ever held, in words."""
    try:
        import resource
    except ImportError:  # Windows
        return "not known on this system"
    unit = 1024**2 if sys.platform == "darwin" else 1024
    own, child = (resource.getrusage(w).ru_maxrss / unit for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return f"{own:.0f} MB in the program, {child:.0f} MB in the reading child"
