"""Accepting what was looked at: one batch, one transaction, one step of undo."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from collabdesk.domain.batches import Batch, SourceFile, SourceTable
from collabdesk.domain.problems import Refused
from collabdesk.intake.staged import StagedFile, StagedTable
from collabdesk.usecases import profiles, restatements
from collabdesk.usecases.account import fared, table_account
from collabdesk.usecases.decisions import Decisions
from collabdesk.usecases.keeping import TableKept, keep_whole, named, readable
from collabdesk.usecases.keeping.met import met_runs
from collabdesk.usecases.looking import Progress, Staged
from collabdesk.usecases.workspace import Act, Change, Step, Workspace


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
    decisions: Decisions | None = None,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Accepted:
    """Keep every table but those in `skip`, with the files' bytes. All or nothing.

    `decisions` say which rows are left out and which records go, for the newer file has them no more.
    Raises Refused when no file could be read, or one has changed since it was looked at; Cancelled within a second
    of `is_cancelled`, and then nothing was kept.
    """
    decisions = decisions or Decisions()
    files = readable(staged)
    with workspace.changing(f"Import {named(files)}", Act.IMPORT) as step:
        whole = keep_whole(workspace, step, staged, skip, decisions, progress=progress, is_cancelled=is_cancelled)
        step.remove(decisions.removed)
        accepted = Accepted(whole.batch_id)
        accepted.tables = {id(w.table): whole.tables[w.number] for w in whole.wanted}
        numbers = {id(w.table): w.number for w in whole.wanted}
        for file in files:
            _keep_source(step, whole.batch_id, file, numbers, accepted)
        profiles.confirm(workspace, step, staged, skip)
    accepted.change = step.change
    restatements.notice(workspace)
    return accepted


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
    if kept is not None:
        told |= fared(table, kept)
    mapping: dict[str, Any] = {name: [_place(p) for p in places] for name, places in table.places().items()}
    if kept and kept.updated:
        mapping["*updated"] = {noun: {str(i): list(at) for i, at in ids.items()} for noun, ids in kept.updated.items()}
    if kept and kept.updated_later:
        mapping["*updated_later"] = {
            noun: {str(i): at for i, at in ids.items()} for noun, ids in kept.updated_later.items()
        }
    if kept:
        mapping |= met_runs(table, kept)
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
