"""Rejected rows that come again mended: none of them is one of the records that the other rows of their file are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from collabdesk.domain.batches import Batch, SourceFile, SourceTable
from collabdesk.domain.nouns import NOUNS
from collabdesk.intake.kind import kinds
from collabdesk.intake.staged import StagedTable
from collabdesk.usecases.keeping.met import runs_of
from collabdesk.usecases.workspace import Workspace


@dataclass(slots=True)
class Mended:
    """What the first file's tables gave and met when they were imported. `tables` are those whose rejected rows come
    now, `batches` the imports of their files."""

    workspace: Workspace
    tables: Sequence[SourceTable]
    batches: frozenset[int]
    _taken: dict[str, frozenset[int]] = field(default_factory=dict)

    def taken(self, noun: str) -> frozenset[int]:
        """The records that the accepted rows are: a mended row that is called alike is another one."""
        if noun not in self._taken:
            numbers = {(t.batch_id, t.table_no) for t in self.tables}
            runs = [r for t in self.workspace.given_tables(noun) if (t.batch_id, t.table_no) in numbers for r in t.runs]
            runs += [r for t in self.tables if kinds()[t.kind].noun == noun for r in runs_of(t.mapping)]
            self._taken[noun] = frozenset(i for first, _, count, _ in runs for i in range(first, first + count))
        return self._taken[noun]

    def project(self) -> int | None:
        """The one project that the imports of the first file speak of; None for none or several."""
        found: set[int] = set()
        for noun in NOUNS:
            name = "id" if noun == "project" else "project_id"
            if name in self.workspace.columns(noun) and "batch_id" in self.workspace.columns(noun):
                found |= set(self.workspace.kept_columns(noun, (name,), batch_id=self.batches)[name])
        projects = found - {None}
        return projects.pop() if len(projects) == 1 else None


def mended(workspace: Workspace, table: StagedTable) -> Mended | None:
    """What to know of the file whose rejected rows the table holds; None for any other table, and where that file
    was not imported."""
    found: list[SourceTable] = []
    for _, sha256, sheet in table.mends:
        files = cast("list[SourceFile]", workspace.find("source_file", sha256=sha256))
        ids = [f.id for f in files]
        found += cast("list[SourceTable]", workspace.find("source_table", file_id=ids, sheet=sheet)) if ids else []
    batches = {t.batch_id or 0 for t in found}
    there = cast("list[Batch]", workspace.find("batch", id=batches)) if batches else []
    standing = frozenset(b.id or 0 for b in there if b.status != "undone")
    mine = [t for t in found if t.batch_id in standing and t.kind == table.kind]
    return Mended(workspace, mine, standing) if mine else None
