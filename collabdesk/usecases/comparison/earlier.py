"""Earlier versions of a list: tables of former imports whose records a new file mostly meets again."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from collabdesk.domain.batches import SourceFile, SourceTable
from collabdesk.intake.staged import StagedFile, StagedTable
from collabdesk.storage.runs import Run
from collabdesk.usecases.keeping.met import runs_of
from collabdesk.usecases.keeping.versions import family
from collabdesk.usecases.workspace import Workspace

TableNumber = tuple[int, int]
"""Batch and number of a table in it."""


@dataclass(slots=True)
class List:
    """A table of an earlier import: the records that it gave or met, as runs of neighbours."""

    number: TableNumber
    source: SourceTable
    runs: list[Run]
    file: str = ""

    @property
    def size(self) -> int:
        """How many records it has."""
        return sum(count for _, _, count, _ in self.runs)

    def met(self, ids: Sequence[int]) -> int:
        """How many of its records are among these ids, which ascend."""
        return sum(bisect_left(ids, first + count) - bisect_left(ids, first) for first, _, count, _ in self.runs)

    def places(self) -> Iterator[tuple[int, int, int]]:
        """Each record's id, row and column (0 where it has none)."""
        for first, row, count, column in self.runs:
            for n in range(count):
                yield first + n, row + n, column or 0

    def missing(self, ids: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """As `places`, of the records that are not among these ids, which ascend."""
        for first, row, count, column in self.runs:
            there = ids[bisect_left(ids, first) : bisect_left(ids, first + count)]
            if len(there) < count:
                for record in sorted(set(range(first, first + count)).difference(there)):
                    yield record, row + record - first, column or 0


@dataclass(slots=True)
class Earlier:
    """What earlier imports know of one noun's lists. `before` is the batch that is being kept now."""

    workspace: Workspace
    noun: str
    before: int
    check: Callable[[], None]

    def lists(self, file: StagedFile, table: StagedTable, met: Sequence[int]) -> list[List]:
        """The earlier versions of this table, the latest first; `met` are the ids that it meets, ascending."""
        sources = self._sources(table.kind)
        if not sources or not met:
            return []
        found = self._given(sources)
        for number, source in sources.items():
            self.check()
            if runs := runs_of(source.mapping):
                one = found.setdefault(number, List(number, source, []))
                one.runs = [*one.runs, *runs]
        names = self._names(found)
        kept = []
        for number in sorted(found, reverse=True):
            self.check()
            one = found[number]
            one.file = names.get(one.source.file_id or 0, "")
            again = one.met(met)
            if again and (2 * again >= one.size or _is_next(file, table, one)):
                kept.append(one)
        return kept

    def _sources(self, kind: str) -> dict[TableNumber, SourceTable]:
        found = cast("list[SourceTable]", self.workspace.find("source_table", kind=kind))
        return {(t.batch_id or 0, t.table_no or 0): t for t in found if t.batch_id != self.before}

    def _given(self, sources: dict[TableNumber, SourceTable]) -> dict[TableNumber, List]:
        given = ((t.batch_id, t.table_no, t.runs) for t in self.workspace.given_tables(self.noun))
        return {(b, n): List((b, n), sources[b, n], runs) for b, n, runs in given if (b, n) in sources}

    def _names(self, found: dict[TableNumber, List]) -> dict[int, str]:
        batches = sorted({number[0] for number in found})
        files = cast("list[SourceFile]", self.workspace.find("source_file", batch_id=batches)) if batches else []
        return {f.id or 0: f.name for f in files}


def _is_next(file: StagedFile, table: StagedTable, one: List) -> bool:
    """Is this the next version by its looks: the same name but for numbers and dates, and the same headers?"""
    told = json.loads(one.source.account)
    headers = {c["header"] for c in [*told.get("columns", ()), *told.get("unmapped", ())]}
    return family(one.file) == family(file.name) and headers == {c.header for c in table.columns}
