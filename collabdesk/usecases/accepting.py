"""Accepting what was looked at: one batch, one transaction, one step of undo."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, cast

from collabdesk.domain.batches import Batch, SourceFile, SourceTable
from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.intake.staged import StagedFile, StagedTable
from collabdesk.usecases.account import table_account
from collabdesk.usecases.keeping import BatchKeeping, TableKept, keep_table
from collabdesk.usecases.looking import Progress, Staged
from collabdesk.usecases.workspace import Act, Change, Step, Workspace

# Projects first: what other tables of the same batch say belongs to them.
_ORDER = ("project", "partner", "work_package", "award", "participation", "finding")


@dataclass(slots=True)
class Accepted:
    """A kept batch. `outcome` of a table counts its rows: added, updated, same, skipped."""

    batch_id: int
    change: Change = field(default_factory=Change)
    tables: dict[int, TableKept] = field(default_factory=dict)

    def of(self, table: StagedTable) -> TableKept | None:
        """What became of one staged table; None for one that was left out."""
        return self.tables.get(id(table))


def accept(
    workspace: Workspace,
    staged: Staged,
    *,
    skip: Collection[StagedTable] = (),
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Accepted:
    """Keep every table but those in `skip`, with the files' bytes. All or nothing.

    Raises Refused when no file could be read, or one has changed since it was looked at; Cancelled within a second
    of `is_cancelled`, and then nothing was kept.
    """
    files = [f for f in staged.files if f.refused is None]
    if not files:
        raise Refused("There is nothing to import: " + " ".join(f.refused or "" for f in staged.files), "nothing")
    left_out = {id(t) for t in skip}
    with workspace.changing(f"Import {_named(files)}", Act.IMPORT) as step:
        accepted = _keep(workspace, step, staged, files, left_out, progress, is_cancelled)
    accepted.change = step.change
    return accepted


def _named(files: list[StagedFile]) -> str:
    return files[0].name if len(files) == 1 else f"{files[0].name} and {len(files) - 1} more"


def _keep(
    workspace: Workspace,
    step: Step,
    staged: Staged,
    files: list[StagedFile],
    left_out: set[int],
    progress: Progress | None,
    is_cancelled: Callable[[], bool] | None,
) -> Accepted:
    tables = [t for f in files for t in f.tables if id(t) not in left_out]
    batch = step.add(_batch(workspace, files, tables))
    batch_id = cast(int, batch.id)
    keeping = BatchKeeping(workspace, step, batch_id, staged.options.on_same, staged.options.project)
    keeping.check = partial(_give_up, is_cancelled)
    accepted = Accepted(batch_id)
    numbers = {id(t): n for n, t in enumerate(tables, 1)}
    for done, (file_no, file, table) in enumerate(_in_order(files, numbers)):
        keeping.check()
        if progress is not None:
            progress("keep", done, len(tables))
        accepted.tables[id(table)] = keep_table(keeping, file, file_no, table, numbers[id(table)])
    keeping.check()
    for file in files:
        _keep_source(step, batch_id, file, numbers, accepted)
    return accepted


def _give_up(is_cancelled: Callable[[], bool] | None) -> None:
    if is_cancelled is not None and is_cancelled():
        raise Cancelled


def _batch(workspace: Workspace, files: list[StagedFile], tables: list[StagedTable]) -> Batch:
    return Batch(
        at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        by=workspace.person,
        label=_named(files),
        rows_read=sum(t.rows_read for t in tables),
        rows_accepted=sum(t.rows_accepted for t in tables),
        rows_set_aside=sum(len(t.set_aside) for t in tables),
        rows_rejected=sum(t.rows_rejected for t in tables),
    )


def _in_order(files: list[StagedFile], numbers: dict[int, int]) -> Iterator[tuple[int, StagedFile, StagedTable]]:
    """Tables of projects first, those that name their project before those that do not."""
    found = [(n, f, t) for n, f in enumerate(files) for t in f.tables if id(t) in numbers]

    def place(entry: tuple[int, StagedFile, StagedTable]) -> tuple[int, bool]:
        table = entry[2]
        rank = _ORDER.index(table.kind) if table.kind in _ORDER else len(_ORDER)
        names = any(any(table.values.get(f"project.{a}", ())) for a in ("code", "title", "acronym"))
        # Texts of findings belong to the findings that name their award.
        return rank, not names if table.kind == "project" else "finding.award" not in table.values

    return iter(sorted(found, key=place))


def _keep_source(step: Step, batch_id: int, file: StagedFile, numbers: dict[int, int], accepted: Accepted) -> None:
    content = _content(file)
    step.keep_file(file.name, content)
    source = step.add(SourceFile(batch_id=batch_id, name=file.name, sha256=file.sha256, size=len(content)))
    tables = [t for t in file.tables if id(t) in numbers]
    step.add_many([_source_table(t, batch_id, numbers[id(t)], source.id, accepted) for t in tables])


def _content(file: StagedFile) -> bytes:
    try:
        content = Path(file.path).read_bytes()
    except OSError:
        raise Refused(f"{file.name} is not there any more; look at it again.", "gone") from None
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise Refused(f"{file.name} has changed since it was looked at; look at it again.", "changed-meanwhile")
    return content


def _source_table(
    table: StagedTable, batch_id: int, number: int, file_id: int | None, accepted: Accepted
) -> SourceTable:
    kept = accepted.of(table)
    told = table_account(table)
    told["outcome"] = kept.outcome if kept else None
    mapping: dict[str, Any] = {name: [_place(p) for p in places] for name, places in table.places().items()}
    if kept and kept.updated:
        mapping["*updated"] = {noun: {str(i): list(at) for i, at in ids.items()} for noun, ids in kept.updated.items()}
    return SourceTable(
        batch_id=batch_id,
        table_no=number,
        file_id=file_id,
        sheet=table.sheet,
        kind=table.kind,
        layout=table.layout,
        mapping=json.dumps(mapping, ensure_ascii=False),
        account=json.dumps(told, ensure_ascii=False),
    )


def _place(place: Any) -> dict[str, Any]:
    given = {"row": place.row, "column": place.column, "down": place.down, "right": place.right, "only": place.only}
    return {name: value for name, value in given.items() if value}


def batches(workspace: Workspace) -> list[Batch]:
    """Every import, the latest first, also those that were taken back."""
    return [cast(Batch, b) for b in reversed(workspace.find("batch"))]


def revert(workspace: Workspace, batch_id: int) -> Change:
    """Take an import back: what it added goes, what it updated is as before. Refused, with what stands in the way."""
    return workspace.revert(batch_id)
