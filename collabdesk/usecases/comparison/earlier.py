"""Earlier versions of a list: tables of former imports whose records a new file mostly meets again."""

from __future__ import annotations

import json
import re
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import cast

from collabdesk.domain.batches import SourceFile, SourceTable
from collabdesk.intake.staged import StagedFile, StagedTable
from collabdesk.usecases.keeping.met import places_of
from collabdesk.usecases.workspace import Workspace

TableNumber = tuple[int, int]
"""Batch and number of a table in it."""
_POSITION = ("batch_id", "table_no", "source_row", "source_column")
_FIRST_COLUMN = 0
_MOST = 10_000


@dataclass(slots=True)
class List:
    """A table of an earlier import: the records that it gave or met, and the row and column of each."""

    number: TableNumber
    source: SourceTable
    file: str
    ids: array[int] = field(default_factory=lambda: array("q"))
    rows: array[int] = field(default_factory=lambda: array("q"))
    columns: array[int] = field(default_factory=lambda: array("q"))

    def add(self, record: int, row: int | None, column: int | None) -> None:
        """Take a record in."""
        self.ids.append(record)
        self.rows.append(row or 0)
        self.columns.append(column or _FIRST_COLUMN)


@dataclass(slots=True)
class Earlier:
    """What earlier imports know of one noun's lists. `before` is the batch that is being kept now."""

    workspace: Workspace
    noun: str
    before: int
    check: Callable[[], None]

    def lists(self, file: StagedFile, table: StagedTable, met: Collection[int]) -> list[List]:
        """The earlier versions of this table, the latest first, with the records that are still there."""
        sources = self._sources(table.kind)
        if not sources or not met:
            return []
        found = self._given(sources, met)
        for number, source in sources.items():
            self.check()
            runs = json.loads(source.mapping).get("*met") if '"*met"' in source.mapping else None
            if runs:
                one = found.setdefault(number, self._list(number, source))
                for record, row, column in places_of(runs):
                    one.add(record, row, column)
        names = {i: f.name for i, f in self._files(found).items()}
        kept = []
        for number in sorted(found, reverse=True):
            one = found[number]
            one.file = names.get(one.source.file_id or 0, "")
            again = len(met & set(one.ids)) if isinstance(met, set) else sum(i in met for i in one.ids)
            if again and (2 * again >= len(one.ids) or _is_next(file, table, one)):
                kept.append(one)
        return kept

    def _sources(self, kind: str) -> dict[TableNumber, SourceTable]:
        found = cast("list[SourceTable]", self.workspace.find("source_table", kind=kind))
        return {(t.batch_id or 0, t.table_no or 0): t for t in found if t.batch_id != self.before}

    def _given(self, sources: dict[TableNumber, SourceTable], met: Collection[int]) -> dict[TableNumber, List]:
        """The tables that added a record which is met, each with all that it added."""
        counts: Counter[TableNumber] = Counter()
        for there in self._of(met):
            counts.update(zip(there["batch_id"], there["table_no"], strict=True))
        found = {number: self._list(number, sources[number]) for number in counts if number in sources}
        for batch in sorted({number[0] for number in found}):
            self.check()
            there = self.workspace.kept_columns(self.noun, _POSITION, batch_id=batch)
            rows = zip(there["id"], *(there[name] for name in _POSITION[1:]), strict=True)
            for record, table_no, row, column in rows:
                if (batch, table_no) in found:
                    found[batch, table_no].add(record, row, column)
        return found

    def _of(self, ids: Collection[int]) -> list[dict[str, Sequence[int]]]:
        if 2 * len(ids) > self.workspace.count(self.noun):
            return [self.workspace.kept_columns(self.noun, _POSITION[:2])]
        numbers = sorted(ids)
        parts = (numbers[start : start + _MOST] for start in range(0, len(numbers), _MOST))
        return [self.workspace.kept_columns(self.noun, _POSITION[:2], id=some) for some in parts]

    def _list(self, number: TableNumber, source: SourceTable) -> List:
        return List(number, source, "")

    def _files(self, found: dict[TableNumber, List]) -> dict[int, SourceFile]:
        batches = sorted({number[0] for number in found})
        files = cast("list[SourceFile]", self.workspace.find("source_file", batch_id=batches)) if batches else []
        return {f.id or 0: f for f in files}


def _is_next(file: StagedFile, table: StagedTable, one: List) -> bool:
    """Is this the next version by its looks: the same name but for numbers and dates, and the same headers?"""
    told = json.loads(one.source.account)
    headers = {c["header"] for c in [*told.get("columns", ()), *told.get("unmapped", ())]}
    return _stem(one.file) == _stem(file.name) and headers == {c.header for c in table.columns}


def _stem(name: str) -> str:
    return re.sub(r"[\W\d_]+", " ", PurePath(name).stem).strip().casefold()
