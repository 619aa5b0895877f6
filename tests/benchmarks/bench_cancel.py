"""Cancel at every stage of an import of 100,000 rows: how long until the work has stopped and all is as before."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import bench_import
import ratios

from collabdesk.domain.problems import Cancelled
from collabdesk.usecases import comparison, imports
from collabdesk.usecases.workspace import Workspace

BOUND = 1.0
MOMENTS = (0.1, 0.3, 0.5, 0.7, 0.9)
"""As parts of what the whole stage takes."""


class Stop:
    """Cancels at a moment and remembers when."""

    def __init__(self, after: float) -> None:
        self.at = time.perf_counter() + after

    def __call__(self) -> bool:
        return time.perf_counter() >= self.at


def slowest(stage: Callable[[Callable[[], bool] | None], object]) -> float:
    """The longest that a stage took to stop; each moment is tried once. 0 where it was done before."""
    start = time.perf_counter()
    stage(lambda: False)
    whole = time.perf_counter() - start
    worst = 0.0
    for part in MOMENTS:
        stop = Stop(part * whole)
        try:
            stage(stop)
        except Cancelled:
            worst = max(worst, time.perf_counter() - stop.at)
    return worst


def main(rows: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workbook = folder / "participants.xlsx"
        bench_import.write_workbook(workbook, rows)
        options = imports.LookOptions(currency="EUR")
        with Workspace.open(folder / "books.db", person="bench") as workspace:
            staged = imports.look_at([workbook], options)

            def keep(is_cancelled: Callable[[], bool] | None) -> None:
                batch = imports.accept(workspace, staged, is_cancelled=is_cancelled).batch_id
                imports.revert(workspace, batch)

            looking = slowest(lambda is_cancelled: imports.look_at([workbook], options, is_cancelled=is_cancelled))
            keeping = slowest(keep)
            left = workspace.count("contribution")
            imports.accept(workspace, staged)
            comparing = slowest(lambda is_cancelled: comparison.compare(workspace, staged, is_cancelled=is_cancelled))
    if left:
        raise SystemExit(f"{left} contributions are left of imports that were cancelled")
    bad = ratios.within("Cancel while looking", looking, BOUND, "s")
    bad |= ratios.within("Cancel while comparing", comparing, BOUND, "s")
    return bad | ratios.within("Cancel while keeping", keeping, BOUND, "s")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
