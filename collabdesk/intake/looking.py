"""One file from bytes to staged tables, sent as they are ready: guard, read, find, understand, check."""

from __future__ import annotations

import gc
import os
import threading
from pathlib import Path
from typing import BinaryIO

from collabdesk.domain.problems import Refused
from collabdesk.intake import frames
from collabdesk.intake.grid import Grid, Workbook
from collabdesk.intake.jobs import LookJob
from collabdesk.intake.reader import read
from collabdesk.intake.staged import StagedTable


def look(job: LookJob, out: BinaryIO) -> Workbook:
    """Send `file`, then for each table its columns and `table`, then `ignored` sheets. Gives the file as read."""
    gc.disable()  # millions of cells and no cycles: collecting costs a fifth of the time and frees nothing
    frames.send(out, "progress", "read", 0, 0)
    book = _read(job, out)
    frames.send(out, "file", book.sha256, book.format, book.encoding, book.separator)
    ignored = []
    for done, grid in enumerate(book.grids):
        frames.send(out, "progress", "check", done, len(book.grids))
        why = _sheet(grid, job, out)
        if why:
            ignored.append((grid.sheet, why))
    frames.send(out, "ignored", ignored)
    return book


def _read(job: LookJob, out: BinaryIO) -> Workbook:
    """The workbook; while the library reads it, this interpreter loads what understands it."""

    def stop(refused: Refused) -> None:
        frames.send(out, "refused", refused.sentence, refused.code)
        os._exit(0)  # the library cannot be interrupted

    warm = threading.Thread(target=_load_the_rest, name="loading")
    warm.start()
    try:
        return read(Path(job.path), sheet=job.sheet, on_danger=stop)
    finally:
        warm.join()


def _load_the_rest() -> None:
    from collabdesk.intake import mapping, stage, tables, vocabulary

    assert mapping and stage and tables
    vocabulary.vocabulary()


def _sheet(grid: Grid, job: LookJob, out: BinaryIO) -> str | None:
    from collabdesk.intake.mapping import understand
    from collabdesk.intake.stage import StageOptions, stage
    from collabdesk.intake.tables import find_tables

    if job.sheet is not None and grid.sheet != job.sheet:
        return "not asked for"
    tables, why = find_tables(grid)
    options = StageOptions(job.currency, job.funder, job.decimal, job.date_order)
    for table in tables:
        understood = understand(table, grid, overrides=_overrides(job, grid.sheet), kind=job.kind)
        _send(out, stage(table, understood, grid, options))
    return None if tables else (why or "no table")


def _overrides(job: LookJob, sheet: str) -> dict[str, str]:
    """The person's mappings for this sheet: those said for every sheet, then those for this one alone."""
    general = {h: f for h, f in job.overrides.items() if "!" not in h or not h.partition("!")[2]}
    mine = {h.partition("!")[2]: f for h, f in job.overrides.items() if h.partition("!")[0] == sheet and "!" in h}
    return general | mine


def _send(out: BinaryIO, staged: StagedTable) -> None:
    values, staged.values = staged.values, {}
    for name, column in values.items():
        frames.send(out, "column", name, frames.pack(column))
    frames.send(out, "table", staged)
