"""The journal as people read it: when, who, what, old and new."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from collabdesk.storage.journal import ADDED, BULK_ADDED, BULK_DELETED, CHANGE, DELETED, STEP, UPDATED
from collabdesk.storage.shelf import as_shown, words


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of history. `kind` is added, updated or deleted. Without `field` it is about the whole record;
    without `id` about `count` records at once. `old` and `new` are domain values.
    """

    step: int
    at: str
    person: str
    label: str
    act: str
    noun: str
    id: int | None
    kind: str
    field: str = ""
    old: Any = None
    new: Any = None
    batch_id: int | None = None
    count: int = 1


_CHANGES = select(
    STEP.c.id, STEP.c.at, STEP.c.person, STEP.c.label, STEP.c.act, STEP.c.batch_id,
    CHANGE.c.noun, CHANGE.c.kind, CHANGE.c.first_id, CHANGE.c.last_id, CHANGE.c.body,
).join_from(CHANGE, STEP, CHANGE.c.step_id == STEP.c.id)  # fmt: skip
_AT_ONCE = 10_000
_QUIET = ("version", "batch_id", "table_no", "source_row", "source_column")


def entries(connection: Connection, noun: str | None, record_id: int | None, limit: int) -> list[Entry]:
    """The newest `limit` lines about everything, a noun or one record."""
    query = _CHANGES
    if noun is not None:
        query = query.where(CHANGE.c.noun == noun)
    if record_id is not None:
        query = query.where(CHANGE.c.first_id <= record_id, CHANGE.c.last_id >= record_id)
    query = query.order_by(CHANGE.c.id.desc()).limit(limit)
    found: list[Entry] = []
    for row in connection.execute(query):
        found += _lines(row, record_id)
    return found[:limit]


def field_changes(connection: Connection, noun: str, ids: Sequence[int]) -> dict[int, list[Entry]]:
    """Every change of a field of these records, by record, the newest first: one query for thousands of them."""
    found: dict[int, list[Entry]] = {i: [] for i in ids}
    wanted = _CHANGES.where(CHANGE.c.noun == noun, CHANGE.c.kind == UPDATED).order_by(CHANGE.c.id.desc())
    for start in range(0, len(ids), _AT_ONCE):
        for row in connection.execute(wanted.where(CHANGE.c.first_id.in_(ids[start : start + _AT_ONCE]))):
            found[row.first_id].extend(_lines(row, row.first_id))
    return found


def _lines(row: Any, record_id: int | None) -> Iterator[Entry]:
    step, at, person, label, act, batch_id, noun, kind, first, _, body = row
    head = (step, at, person, label, act, noun)
    if kind == UPDATED:
        for name, (old, new) in json.loads(body).items():
            if name not in _QUIET:
                word = words(noun).get(name, "text")
                yield Entry(*head, first, kind, name, as_shown(old, word), as_shown(new, word), batch_id)
    elif kind in (ADDED, DELETED):
        yield Entry(*head, first, kind, batch_id=batch_id)
    else:
        plain = ADDED if kind == BULK_ADDED else DELETED
        assert kind in (BULK_ADDED, BULK_DELETED)
        runs = json.loads(body)
        if record_id is None:
            yield Entry(*head, None, plain, batch_id=batch_id, count=sum(b - a + 1 for a, b in runs))
        elif any(a <= record_id <= b for a, b in runs):
            yield Entry(*head, record_id, plain, batch_id=batch_id)
