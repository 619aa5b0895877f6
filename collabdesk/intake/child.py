"""The reading child: reads one file that may be hostile, and streams what it found to the program.

Run as `python -m collabdesk.intake.child` by process.py only. It may be killed, run out of its memory cap or be
aborted by the reading library at any moment: nothing but what was sent is lost.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import BinaryIO

from collabdesk.domain.problems import Refused
from collabdesk.intake import frames
from collabdesk.intake.grid import Workbook
from collabdesk.intake.jobs import CellsJob, LookJob

MEMORY_CAP = 2 * 1024**3


def main() -> int:
    """Do the one job that stands on standard input."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print must not break the stream
    cap_memory(MEMORY_CAP)
    held = None
    word, told = frames.receive(sys.stdin.buffer) or ("", {})
    try:
        if word == "look":
            held = _look(LookJob(**told), out)
        else:
            _cells(CellsJob(**told), out)
        frames.send(out, "done")
        if held is not None:
            os._exit(0)  # taking millions of cells apart one by one would keep the program waiting for nothing
    except Refused as refused:
        frames.send(out, "refused", refused.sentence, refused.code)
    except MemoryError:
        frames.send(out, "refused", "Reading this file needs more memory than is allowed.", "too-large")
    except Exception:  # noqa: BLE001 - the parent raises it again as the bug that it is
        frames.send(out, "bug", traceback.format_exc())
    return 0


def cap_memory(size: int) -> None:
    """Let this process have no more than `size` bytes, where the system can do that."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        pass  # Windows and some macOS versions cannot: there the parent watches


def _look(job: LookJob, out: BinaryIO) -> Workbook:
    from collabdesk.intake import looking

    return looking.look(job, out)


def _cells(job: CellsJob, out: BinaryIO) -> None:
    from collabdesk.intake.fields.column import shown
    from collabdesk.intake.reader import read

    book = read(Path(job.path), sheet=job.sheet if job.rows else None)
    grids = {g.sheet: g for g in book.grids}
    if job.rows:
        grid = grids.get(job.sheet or "") or book.grids[0]
        shown_rows = grid.rows[max(0, job.first_row - 1) : job.first_row - 1 + job.rows]
        frames.send(out, "rows", [[shown(v) for v in row] for row in shown_rows], len(grid.rows))
        return
    texts = [shown(grids[s].at(r, c)) if s in grids else "" for s, r, c in job.cells]
    frames.send(out, "cells", texts)


if __name__ == "__main__":
    sys.exit(main())
