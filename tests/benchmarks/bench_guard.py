"""The guard's scan of an honest workbook of two million cells, against a raw calamine read of it."""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
import time
from pathlib import Path

import bench_import
import python_calamine
import ratios

from collabdesk.intake import guard

BOUND = 0.15
ROWS = 100_000  # of 21 columns


def guarded(name: str, content: bytes) -> float:
    """Processor time of everything that is done before and beside the reading."""
    start = time.process_time()
    guard.scan(guard.preflight(name, content))
    return time.process_time() - start


def read(content: bytes) -> float:
    start = time.process_time()
    with python_calamine.load_workbook(io.BytesIO(content)) as book:
        book.get_sheet_by_index(0).to_python()
    return time.process_time() - start


def main(rows: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        workbook = Path(folder) / "participants.xlsx"
        bench_import.write_workbook(workbook, rows)
        content = workbook.read_bytes()
    pairs = [(guarded(workbook.name, content), read(content)) for _ in range(5)]
    ours, bare = (statistics.median(times) for times in zip(*pairs, strict=True))
    return ratios.verdict(f"Guard on {rows * len(bench_import.HEADERS):,} cells, processor time", ours, bare, BOUND)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
