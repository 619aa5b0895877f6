"""The records beside what the journal says of them: whatever was changed past the program shows.

Rows that came many at once stand in the journal by their ids only: of these it tells that one is missing, that one was
put in, and what was changed of them later, one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from collabdesk.storage.bulk import Run, joined
from collabdesk.storage.driver import fetch
from collabdesk.storage.journal import ADDED, BULK_ADDED, BULK_DELETED, CHANGE, DELETED, ChangeRow, body_of
from collabdesk.storage.schema import TABLES
from collabdesk.storage.touched import Fields, present, whole

_NAMED = 5
_COLUMNS = tuple(c for c in CHANGE.c if c.name != "image")  # images are large, and say nothing that is asked here


def differing(connection: Connection) -> Iterator[str]:
    """What the records are otherwise than the journal says, a sentence each; nothing when all is as it was written."""
    for noun in TABLES:
        yield from _of_noun(connection, noun)


def is_as_written(connection: Connection, noun: str, record_id: int) -> bool:
    """Whether this record, of a noun that is never added in bulk, is as the journal says."""
    said = _Said()
    query = select(*_COLUMNS).where(
        CHANGE.c.noun == noun, CHANGE.c.first_id == record_id, CHANGE.c.last_id == record_id
    )
    for change in fetch(connection, query.order_by(CHANGE.c.id)):
        said.hear(ChangeRow(*(*change, None)))
    row = present(connection, noun, [record_id]).get(record_id, {})
    return record_id in said.there and not _otherwise(row, said.fields[record_id])


class _Said:
    """What the journal says of one noun: which ids there are, and the fields of each that it tells one by one."""

    def __init__(self) -> None:
        self.there: set[int] = set()
        self.fields: dict[int, Fields] = {}

    def hear(self, change: ChangeRow) -> None:
        number = change.first_id
        if change.kind == BULK_ADDED:
            self.there.update(_ids(body_of(change)))
        elif change.kind == BULK_DELETED:  # what was told of them stands: they come back as they went
            self.there.difference_update(_ids(body_of(change)))
        elif change.kind == ADDED:
            self.there.add(number)
            self.fields[number] = whole(change.noun, body_of(change))
        elif change.kind == DELETED:
            self.there.discard(number)
        else:
            self.fields.setdefault(number, {}).update({n: new for n, (_, new) in body_of(change).items()})


def _ids(runs: Iterable[Run]) -> Iterator[int]:
    for first, last in runs:
        yield from range(first, last + 1)


def _of_noun(connection: Connection, noun: str) -> Iterator[str]:
    said = _Said()
    for row in fetch(connection, select(*_COLUMNS).where(CHANGE.c.noun == noun).order_by(CHANGE.c.id)):
        said.hear(ChangeRow(*(*row, None)))
    there = {number for (number,) in fetch(connection, select(TABLES[noun].c.id))}
    name = noun.replace("_", " ")
    if strange := there - said.there:
        yield f"The journal does not know of {name} {_named(strange)}: put in past the program."
    if gone := said.there - there:
        yield f"The journal knows of {name} {_named(gone)}, not there any more: taken out past the program."
    changed = {
        number: names
        for number, row in present(connection, noun, sorted(said.fields.keys() & there)).items()
        if (names := _otherwise(row, said.fields[number]))
    }
    if changed:
        fields = ", ".join(sorted({n for names in changed.values() for n in names}))
        yield f"Changed past the program, which the journal does not know: {name} {_named(changed)}, {fields}."


def _otherwise(row: Fields, said: Fields) -> list[str]:
    return [name for name, value in said.items() if name in row and row[name] != value]


def _named(ids: Iterable[int]) -> str:
    runs = joined((i, i) for i in ids)
    shown = [str(a) if a == b else f"{a} to {b}" for a, b in runs[:_NAMED]]
    return ", ".join(shown) + (f" and {sum(b - a + 1 for a, b in runs[_NAMED:]):,} more" if len(runs) > _NAMED else "")
