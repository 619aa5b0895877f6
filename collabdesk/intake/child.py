"""The reading child: reads one file that may be hostile, and streams what it found to the program.

Run as `python -m collabdesk.intake.child` by process.py only. It may be killed, run out of its memory cap or be
aborted by the reading library at any moment: nothing but what was sent is lost.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from collabdesk.domain.problems import Refused
from collabdesk.intake import frames
from collabdesk.intake.jobs import CellsJob, LookJob

if TYPE_CHECKING:
    from collabdesk.intake.looking import Desk

MEMORY_CAP = 2 * 1024**3
TIME_CAP = 900  # seconds of the processor for one look: a hundred times what the largest honest file takes


def main() -> int:
    """Do the jobs that stand on standard input, one after the other; the file of the first stays read."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print must not break the stream
    cap_memory(MEMORY_CAP)
    gc.disable()  # millions of cells and no cycles: collecting costs a fifth of the time and frees nothing
    desk = None
    try:
        while told := frames.receive(sys.stdin.buffer):
            word, job = told
            cap_time(TIME_CAP)
            desk = desk or _desk(job["path"])
            desk.look(LookJob.received(job), out) if word == "look" else desk.cells(CellsJob(**job), out)
            frames.send(out, "done")
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


def cap_time(seconds: int) -> None:
    """Let the next job take no more than `seconds` of the processor; then the system ends this process."""
    try:
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        end = int(used.ru_utime + used.ru_stime) + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (end, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    except (ImportError, OSError, ValueError):
        pass  # there a person who waits too long cancels


def _desk(path: str) -> Desk:
    from collabdesk.intake.looking import Desk

    return Desk(Path(path))


if __name__ == "__main__":
    sys.exit(main())
