"""What one step did to records one by one: each before and after, read off the journal and the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from collabdesk.storage import journal
from collabdesk.storage.bulk import rows_of_image
from collabdesk.storage.driver import fetch
from collabdesk.storage.journal import ADDED, BULK_ADDED, BULK_DELETED, DELETED, UPDATED, ChangeRow
from collabdesk.storage.schema import TABLES

Fields = dict[str, Any]
_CHANGE_COLUMNS = tuple(ChangeRow.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Touch:
    """One record before and after a step; None where it was not there, or is not there any more."""

    id: int
    before: Fields | None
    after: Fields | None

    @property
    def changed(self) -> frozenset[str]:
        """The fields that are another value now."""
        if self.before is None or self.after is None:
            return frozenset()
        return frozenset(n for n, v in self.after.items() if n != "version" and self.before[n] != v)


def changes(connection: Connection, step_id: int, noun: str, kinds: Collection[str]) -> list[ChangeRow]:
    """The step's changes of these kinds in the order they were made."""
    c = journal.CHANGE.c
    query = select(journal.CHANGE).where(c.step_id == step_id, c.noun == noun, c.kind.in_(kinds)).order_by(c.id)
    return [ChangeRow(*row) for row in fetch(connection, query)]


def touches(
    connection: Connection,
    step_id: int,
    noun: str,
    columns: Sequence[str] = (),
    is_wanted: Callable[[tuple[Any, ...], str], bool] | None = None,
) -> Iterator[Touch]:
    """The records that the step touched one by one. Of a hundred thousand only few may matter: `is_wanted` is asked
    with what the columns hold now (None where the record is gone) and with the body of the change."""
    change, table = journal.CHANGE, TABLES[noun]
    query = select(change, *(table.c[name] for name in columns)).where(change.c.step_id == step_id)
    query = query.where(change.c.noun == noun, change.c.kind.in_((ADDED, UPDATED, DELETED)))
    if is_wanted is not None:
        query = query.outerjoin(table, table.c.id == change.c.first_id)
    rows = fetch(connection, query.order_by(change.c.id))
    if is_wanted is None:
        return records(connection, noun, (ChangeRow(*row) for row in rows))
    body, width = _CHANGE_COLUMNS.index("body"), len(_CHANGE_COLUMNS)
    first = _CHANGE_COLUMNS.index("first_id")
    wanted = {row[first] for row in rows if is_wanted(row[width:], row[body])}
    return records(connection, noun, (ChangeRow(*row[:width]) for row in rows if row[first] in wanted))


def touched_in_bulk(connection: Connection, step_id: int, noun: str) -> Iterator[Touch]:
    """The records that the step added or deleted many at once; for nouns of which there are few."""
    for change in changes(connection, step_id, noun, (BULK_ADDED, BULK_DELETED)):
        if change.kind == BULK_ADDED:
            added = present(connection, noun, list(range(change.first_id, change.last_id + 1)))
            yield from (Touch(number, None, row) for number, row in added.items())
        else:
            yield from (Touch(row["id"], row, None) for row in rows_of(change))


def records(connection: Connection, noun: str, changes: Iterable[ChangeRow]) -> Iterator[Touch]:
    """What the changes made of each record in all."""
    by_id: dict[int, list[ChangeRow]] = defaultdict(list)
    for change in changes:
        by_id[change.first_id].append(change)
    there = present(connection, noun, list(by_id))
    for number, some in by_id.items():
        after = there.get(number)
        row = after if after is not None else whole(noun, journal.body_of(some[-1]))
        if some[-1].kind == UPDATED and after is None:
            continue  # deleted with many others, whose image is looked at
        before: Fields | None = dict(row)
        for change in reversed(some):
            if change.kind == ADDED:
                before = None
            elif change.kind == DELETED:
                before = whole(noun, journal.body_of(change))
            elif before is not None:
                before |= {name: old for name, (old, _) in journal.body_of(change).items()}
        yield Touch(number, before, after)


def present(connection: Connection, noun: str, ids: list[int]) -> dict[int, Fields]:
    """The rows of these ids as kept, by id."""
    table = TABLES[noun]
    names = [c.name for c in table.columns]
    found: dict[int, Fields] = {}
    for start in range(0, len(ids), 10_000):
        query = select(table).where(table.c.id.in_(ids[start : start + 10_000]))
        found |= {row[0]: dict(zip(names, row, strict=True)) for row in fetch(connection, query)}
    return found


def whole(noun: str, body: Fields) -> Fields:
    """A journal's row with the fields that it leaves out, for they were blank."""
    blank: Fields = {c.name: None if c.nullable else "" for c in TABLES[noun].columns}
    return blank | body


def rows_of(change: ChangeRow) -> Iterator[Fields]:
    """The rows that a change deleted: one, or those of its image."""
    if change.image is None:
        if change.kind == DELETED:
            yield whole(change.noun, journal.body_of(change))
        return
    names, columns = rows_of_image(change.image)
    for values in zip(*columns, strict=True):
        yield dict(zip(names, values, strict=True))
