"""One file from bytes to staged tables, sent as they are ready: guard, read, find, understand, check."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from collabdesk.domain.problems import Refused
from collabdesk.intake import frames, reject_sheets
from collabdesk.intake.fields.column import shown
from collabdesk.intake.grid import Grid, Value, Workbook
from collabdesk.intake.jobs import CellsJob, LookJob
from collabdesk.intake.reader import read
from collabdesk.intake.staged import StagedTable

_LONGEST = 2000  # characters of a cell that a page of a sheet shows
_MOST_MERGES = 5000


class Desk:
    """One file on the reading child's desk: read at the first job that needs it, and kept for the next ones.

    A job for one sheet reads that sheet alone; when another is asked for later, all are read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._book: Workbook | None = None
        self._only: str | None = None

    def look(self, job: LookJob, out: BinaryIO) -> None:
        """Send `file`, then for each table its columns and `table`, then `ignored` sheets."""
        if not self._has(job.sheet):
            frames.send(out, "progress", "read", 0, 0)
            self._read_while_loading(job.sheet, out)
        book = self._opened(job.sheet)
        frames.send(out, "file", book.sha256, book.format, book.encoding, book.separator)
        ignored, done = [], 0
        rows = sum(len(grid.rows) for grid in book.grids)
        told = reject_sheets.told_in(book.grids)
        for grid in book.grids:
            frames.send(out, "progress", "check", done, rows)
            why = _reject_sheet(grid, told, job, out) if told else _sheet(grid, job, out)
            done += len(grid.rows)
            if why:
                ignored.append((grid.sheet, why))
        frames.send(out, "ignored", ignored)

    def cells(self, job: CellsJob, out: BinaryIO) -> None:
        """Send `rows`, a page of a sheet's raw texts and how many rows it has (before it `sheet`, what is to be seen
        of it as a whole, or `kinds`, what its cells are, where that is asked for), or `cells`, texts of single ones."""
        book = self._opened(job.sheet if job.rows else None)
        grids = {g.sheet: g for g in book.grids}
        if job.tells_kinds and job.sheet not in grids:
            return
        if job.rows:
            grid = grids.get(job.sheet or "") or book.grids[0]
            longest = None if job.tells_kinds else _LONGEST
            page = grid.rows[max(0, job.first_row - 1) : job.first_row - 1 + job.rows]
            if job.tells_sheet:
                hidden = grid.hidden_rows, grid.hidden_columns
                frames.send(out, "sheet", len(grid.rows), grid.is_hidden, *hidden, grid.merges[:_MOST_MERGES])
            if job.tells_kinds:
                frames.send(out, "kinds", _texts_at(page, max(1, job.first_row)), frozenset(grid.uncached))
            frames.send(out, "rows", [[shown(v)[:longest] for v in row] for row in page], len(grid.rows))
            return
        frames.send(out, "cells", [shown(grids[s].at(r, c)) if s in grids else "" for s, r, c in job.cells])

    def _has(self, sheet: str | None) -> bool:
        return self._book is not None and self._only in (None, sheet)

    def _opened(self, sheet: str | None) -> Workbook:
        if not self._has(sheet):
            only = self._needed(sheet)
            self._book, self._only = read(self._path, sheet=only), only
        assert self._book is not None
        return self._book

    def _needed(self, sheet: str | None) -> str | None:
        """The one sheet to read; None for all of them, once another one was read already."""
        return sheet if self._book is None else None

    def _read_while_loading(self, sheet: str | None, out: BinaryIO) -> None:
        """Read the workbook; while the library reads it, this interpreter loads what understands it."""

        def stop(refused: Refused) -> None:
            frames.send(out, "refused", refused.sentence, refused.code)
            os._exit(0)  # the library cannot be interrupted

        warm = _Loading()
        try:
            only = self._needed(sheet)
            self._book, self._only = read(self._path, sheet=only, on_danger=stop, on_parsing=warm.start), only
        finally:
            warm.start()
            warm.join()


def _texts_at(rows: Sequence[Sequence[Value]], first: int) -> frozenset[tuple[int, int]]:
    """The (row, column) of the cells that hold a text."""
    return frozenset(
        (r, c) for r, row in enumerate(rows, first) for c, value in enumerate(row, 1) if isinstance(value, str)
    )


class _Loading:
    """What understands a file, loaded in a thread of its own; started when asked for first."""

    def __init__(self) -> None:
        self._thread = threading.Thread(target=_load_the_rest, name="loading")

    def start(self) -> None:
        if self._thread.ident is None:
            self._thread.start()

    def join(self) -> None:
        self._thread.join()


def _load_the_rest() -> None:
    from collabdesk.intake import tables, understanding, vocabulary

    assert tables and understanding
    vocabulary.vocabulary()


def _sheet(grid: Grid, job: LookJob, out: BinaryIO) -> str | None:
    from collabdesk.intake.tables import find_tables
    from collabdesk.intake.understanding import staged_table

    if job.sheet is not None and grid.sheet != job.sheet:
        return "not asked for"
    tables, why = find_tables(grid)
    for number, table in enumerate(tables, 1):
        _send(out, staged_table(table, number, grid, job))
    return None if tables else (why or "no table")


def _reject_sheet(grid: Grid, told: dict[str, reject_sheets.Told], job: LookJob, out: BinaryIO) -> str | None:
    from collabdesk.intake.understanding import staged_table

    if grid.sheet == reject_sheets.ABOUT:
        return reject_sheets.WHY_IGNORED
    if grid.sheet not in told or (job.sheet is not None and grid.sheet != job.sheet):
        return "not asked for" if grid.sheet in told else "no rejected rows"
    mine = told[grid.sheet]
    staged = staged_table(reject_sheets.table_of(grid), 1, grid, reject_sheets.job_for(job, mine))
    staged.mends = tuple(mine.mends)
    _send(out, staged)
    return None


def _send(out: BinaryIO, staged: StagedTable) -> None:
    values, staged.values = staged.values, {}
    for name, column in values.items():
        frames.send(out, "column", name, frames.pack(column))
    frames.send(out, "table", staged)
