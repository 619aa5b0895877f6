"""Every change: an append-only chain of steps and their changes, for the audit trail and for undo."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from sqlalchemy import Column, Connection, Index, Integer, LargeBinary, Table, Text, insert, select

from collabdesk.storage import driver
from collabdesk.storage.columns import METADATA

STEP = Table(
    "step",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("batch_id", Integer),
    Column("reverses", Integer),
    Column("undo_id", Integer),
    Column("redo_id", Integer),
    Column("below", Integer),
    Column("hash", Text, nullable=False),
    sqlite_autoincrement=True,  # so that the file remembers how many there were, should the last be cut off
)
CHANGE = Table(
    "change",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("step_id", Integer, nullable=False),
    Column("noun", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("first_id", Integer, nullable=False),
    Column("last_id", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("image", LargeBinary),
    Index("ix_change_step_id", "step_id"),
    Index("ix_change_record", "noun", "first_id"),
)

ADDED, UPDATED, DELETED = "added", "updated", "deleted"
"""One record: body is its whole row, its changed fields as [old, new], or the row that went."""
BULK_ADDED, BULK_DELETED = "bulk_added", "bulk_deleted"
"""Rows with ids from first to last: no body when added (the rows are there), an image of them when deleted."""
NOTICE = "notice"
"""The act of a step that nobody made: what the program noticed. Undo and Redo pass it by."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step as kept. `undo_id` and `redo_id`: what Undo and Redo reverse after it; `below`: what lies under it.

    So the stacks of undo and redo are read off the last step alone, and no earlier row is ever touched.
    """

    id: int
    at: str
    person: str
    label: str
    act: str
    batch_id: int | None
    reverses: int | None
    undo_id: int | None
    redo_id: int | None
    below: int | None
    hash: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change of a step as kept."""

    id: int
    step_id: int
    noun: str
    kind: str
    first_id: int
    last_id: int
    body: str
    image: bytes | None


_CHANGE_COLUMNS = tuple(ChangeRow.__dataclass_fields__)
_STEP_COLUMNS = tuple(StepRow.__dataclass_fields__)


# json.dumps would build an encoder for every change of a large step.
_COMPACT = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_PLAIN = json.JSONEncoder(ensure_ascii=False)


def compact(value: Any) -> str:
    """JSON that is the same text for the same value, always."""
    return _COMPACT.encode(value)


def body_of(change: ChangeRow) -> Any:
    """A change's body as values."""
    return json.loads(change.body)


def last_step(connection: Connection) -> StepRow | None:
    """The newest step."""
    row = connection.execute(select(STEP).order_by(STEP.c.id.desc()).limit(1)).first()
    return StepRow(*row) if row else None


def step_by_id(connection: Connection, step_id: int) -> StepRow | None:
    """One step."""
    row = connection.execute(select(STEP).where(STEP.c.id == step_id)).first()
    return StepRow(*row) if row else None


def step_of_batch(connection: Connection, batch_id: int) -> StepRow | None:
    """The step that imported the batch (not one that undid or redid it)."""
    query = select(STEP).where(STEP.c.batch_id == batch_id, STEP.c.reverses.is_(None)).order_by(STEP.c.id).limit(1)
    row = connection.execute(query).first()
    return StepRow(*row) if row else None


def changes_of(connection: Connection, step_id: int) -> list[ChangeRow]:
    """A step's changes in the order they were made."""
    query = select(CHANGE).where(CHANGE.c.step_id == step_id).order_by(CHANGE.c.id)
    return [ChangeRow(*row) for row in driver.fetch(connection, query)]


def next_change_id(connection: Connection) -> int:
    """The id that the next change gets; changes are counted without gaps."""
    last = connection.execute(select(CHANGE.c.id).order_by(CHANGE.c.id.desc()).limit(1)).scalar()
    return (last or 0) + 1


class Digest:
    """The hash of one step, fed change by change."""

    def __init__(self, previous: str) -> None:
        self._sha = hashlib.sha256(previous.encode())

    def add(self, change: ChangeRow) -> None:
        image = hashlib.sha256(change.image).hexdigest() if change.image is not None else None
        self._feed([change.id, change.noun, change.kind, change.first_id, change.last_id, change.body, image])

    def close(self, step: StepRow) -> str:
        self._feed([getattr(step, name) for name in _STEP_COLUMNS if name != "hash"])
        return self._sha.hexdigest()

    def _feed(self, content: list[Any]) -> None:
        self._sha.update(_PLAIN.encode(content).encode("utf-8", "surrogatepass") + b"\n")


def write_changes(connection: Connection, changes: list[ChangeRow]) -> None:
    """Append changes to the journal."""
    if changes:
        driver.insert_rows(connection, CHANGE.name, _CHANGE_COLUMNS, map(attrgetter(*_CHANGE_COLUMNS), changes))


def write_step(connection: Connection, step: StepRow) -> None:
    """Append a step; it comes after its changes, for its hash covers them."""
    connection.execute(insert(STEP).values({name: getattr(step, name) for name in _STEP_COLUMNS}))


def broken_steps(connection: Connection) -> Iterator[str]:
    """What does not fit in the chain, first break first; nothing when every entry is as it was written."""
    previous, expected_id = "", 1
    for row in connection.execute(select(STEP).order_by(STEP.c.id)).all():
        step = StepRow(*row)
        digest = Digest(previous)
        for change in changes_of(connection, step.id):
            digest.add(change)
        if step.id != expected_id:
            yield f"Journal entry {expected_id} is missing."
        elif digest.close(step) != step.hash:
            yield f"Journal entry {step.id} ({step.label}, {step.at}) is not as it was written."
        previous, expected_id = step.hash, step.id + 1
    if _last_ever(connection) >= expected_id:
        yield f"Journal entry {expected_id} is missing, as is all after it."


def _last_ever(connection: Connection) -> int:
    """The highest number of a step that anything in the database remembers."""
    orphan = connection.execute(select(CHANGE.c.step_id).order_by(CHANGE.c.step_id.desc()).limit(1)).scalar() or 0
    if connection.dialect.name == "sqlite":
        query = "SELECT max(seq) FROM sqlite_sequence WHERE name = 'step'"
        return max(orphan, connection.exec_driver_sql(query).scalar() or 0)
    return int(orphan)
