"""Take an import back at any time: what it did is undone, what came later stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from collabdesk.domain.problems import Refused
from collabdesk.storage import dependants, journal, undo
from collabdesk.storage.bulk import Run, joined, runs_of
from collabdesk.storage.driver import fetch
from collabdesk.storage.journal import ADDED, BULK_ADDED, BULK_DELETED, DELETED, UPDATED, ChangeRow, StepRow, body_of
from collabdesk.storage.schema import TABLES
from collabdesk.storage.shelf import find_rows, names
from collabdesk.storage.writer import Fields, Writer

# The record of the import itself stays, as does its file: a reverted import is part of history.
_STAYING = ("batch", "source_file", "source_table")


@dataclass
class Plan:
    """What reverting one batch would do, noun by noun.

    `created` are the ids it gave, `doomed` those of them to delete, `kept` the ids that stay for they were edited
    since or are needed by one that stays; `restored` the edits that set updated records back, `torn` the fields
    of updated records that were edited since and stay; `removed` what it deleted, which comes back.
    """

    batch_id: int
    step: StepRow
    created: dict[str, list[Run]] = field(default_factory=dict)
    doomed: dict[str, set[int]] = field(default_factory=dict)
    kept: dict[str, set[int]] = field(default_factory=dict)
    restored: dict[str, dict[int, Fields]] = field(default_factory=dict)
    torn: dict[str, dict[int, list[str]]] = field(default_factory=dict)
    removed: list[ChangeRow] = field(default_factory=list)


def revert_batch(writer: Writer, batch_id: int) -> None:
    """Take the batch back, or refuse with every blocker named. It is a step like any other and can be undone."""
    batch = _standing(writer.connection, batch_id)
    plan = _plan(writer.connection, batch_id)
    found = dependants.blockers(writer.connection, plan)
    if found:
        raise Refused(f"Import {batch_id} cannot be reverted: {' '.join(found)}", "blocked")
    if plan.removed:
        undo.reverse_changes(writer, plan.removed)
        # What the batch had changed in them before it deleted them can only be set back now that they are there.
        _set_back(writer.connection, plan, _changes(writer.connection, plan.step))
    for noun, edits in plan.restored.items():
        writer.apply(noun, list(edits.items()))
    for noun in dependants.children_first():
        writer.delete_runs(noun, runs_of(sorted(plan.doomed.get(noun, ()))))
    version = batch["version"]
    writer.apply("batch", [(batch_id, {"status": [batch["status"], "undone"], "version": [version, version + 1]})])
    writer.batch_id = batch_id


def blockers(connection: Connection, batch_id: int) -> list[str]:
    """Why the batch cannot be reverted, a sentence each."""
    return dependants.blockers(connection, _plan(connection, batch_id))


def kept(connection: Connection, batch_id: int) -> list[str]:
    """What a revert leaves as it is, or has left, for it was edited after the import."""
    plan = _plan(connection, batch_id)
    lines = []
    for noun, ids in plan.kept.items():
        lines += [f"{name}: edited since, or needed by what was" for name in dependants.called(connection, noun, ids)]
    for noun, fields in plan.torn.items():
        named = dependants.called(connection, noun, fields)
        lines += [f"{name}: {', '.join(fields[i])} edited since" for i, name in zip(sorted(fields), named, strict=True)]
    return lines


def _standing(connection: Connection, batch_id: int) -> Fields:
    rows = find_rows(connection, "batch", {"id": batch_id})
    if not rows:
        raise Refused(f"There is no import {batch_id}. `collabdesk imports` lists them.", "unknown-batch")
    batch = dict(zip(names("batch"), rows[0], strict=True))
    if batch["status"] == "undone":
        raise Refused(f"Import {batch_id} was reverted already.", "already-undone")
    return batch


def _plan(connection: Connection, batch_id: int) -> Plan:
    step = journal.step_of_batch(connection, batch_id)
    if step is None:
        raise Refused(f"There is no import {batch_id}. `collabdesk imports` lists them.", "unknown-batch")
    changes = _changes(connection, step)
    plan = Plan(batch_id, step)
    for change in changes:
        if change.kind in (ADDED, BULK_ADDED):
            plan.created.setdefault(change.noun, []).append((change.first_id, change.last_id))
        elif change.kind in (DELETED, BULK_DELETED):
            plan.removed.append(change)
    plan.created = {noun: joined(runs) for noun, runs in plan.created.items()}
    _choose(connection, plan, _own_versions(changes))
    _set_back(connection, plan, changes)
    return plan


def _changes(connection: Connection, step: StepRow) -> list[ChangeRow]:
    return [c for c in journal.changes_of(connection, step.id) if c.noun not in _STAYING]


def _own_versions(changes: Iterable[ChangeRow]) -> dict[tuple[str, int], int]:
    # A batch may update what it has just created: that is not an edit since.
    return {(c.noun, c.first_id): body_of(c)["version"][1] for c in changes if c.kind == UPDATED}


def _choose(connection: Connection, plan: Plan, own: dict[tuple[str, int], int]) -> None:
    needed: dict[str, set[int]] = {}
    for noun in dependants.children_first():
        ids, edited = _present(connection, noun, plan.created.get(noun, []), own)
        stays = edited | (ids & needed.get(noun, set()))
        plan.doomed[noun] = ids - stays
        if stays:
            plan.kept[noun] = stays
            for other, wanted in dependants.referred(connection, noun, stays).items():
                needed.setdefault(other, set()).update(wanted)


def _present(connection: Connection, noun: str, runs: list[Run],
             own: dict[tuple[str, int], int]) -> tuple[set[int], set[int]]:  # fmt: skip
    ids: set[int] = set()
    edited: set[int] = set()
    table = TABLES[noun]
    for first, last in runs:
        for row_id, version in fetch(
            connection, select(table.c.id, table.c.version).where(table.c.id.between(first, last))
        ):
            ids.add(row_id)
            if version != 1 and version != own.get((noun, row_id)):
                edited.add(row_id)
    return ids, edited


def _set_back(connection: Connection, plan: Plan, changes: list[ChangeRow]) -> None:
    for noun in dict.fromkeys(c.noun for c in changes if c.kind == UPDATED):
        mine = [c for c in changes if c.kind == UPDATED and c.noun == noun and not _within(c.first_id, plan, noun)]
        present = {row[0]: row for row in find_rows(connection, noun, {"id": [c.first_id for c in mine]})}
        for row_id, edit in _whole_edits(mine).items():
            if row_id in present:
                _set_one_back(plan, noun, row_id, edit, dict(zip(names(noun), present[row_id], strict=True)))


def _within(row_id: int, plan: Plan, noun: str) -> bool:
    return any(first <= row_id <= last for first, last in plan.created.get(noun, ()))


def _whole_edits(changes: list[ChangeRow]) -> dict[int, Fields]:
    """What the batch did to each record in all: the first old and the last new value of each field."""
    edits: dict[int, Fields] = {}
    for change in changes:
        edit = edits.setdefault(change.first_id, {})
        for name, (old, new) in body_of(change).items():
            edit[name] = [edit[name][0] if name in edit else old, new]
    return edits


def _set_one_back(plan: Plan, noun: str, row_id: int, edit: Fields, now: dict[str, Any]) -> None:
    back = {name: [new, old] for name, (old, new) in edit.items() if now[name] == new and name != "version"}
    torn = [name for name, (old, new) in edit.items() if now[name] not in (old, new) and name != "version"]
    if torn:
        plan.torn.setdefault(noun, {})[row_id] = torn
    if back:
        untouched = now["version"] == edit["version"][1]
        back["version"] = [now["version"], edit["version"][0] if untouched else now["version"] + 1]
        plan.restored.setdefault(noun, {})[row_id] = back
