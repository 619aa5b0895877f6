"""Is everything in the database as it was written? Structure, references, journal, records and kept files."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from collabdesk.storage import files, journal, replayed
from collabdesk.storage.dependants import references
from collabdesk.storage.schema import TABLES


def problems(connection: Connection) -> Iterator[str]:
    """What is wrong, a sentence each, the gravest first; nothing when all is well."""
    if connection.dialect.name == "sqlite":
        for (found,) in connection.exec_driver_sql("PRAGMA quick_check(20)").fetchall():
            if found != "ok":
                yield f"The file is damaged: {found}."
    yield from _lost_references(connection)
    yield from journal.broken_steps(connection)
    yield from replayed.differing(connection)
    for sha256 in files.broken_files(connection):
        yield f"The kept file {sha256} is damaged."


def _lost_references(connection: Connection) -> Iterator[str]:
    for noun, table in TABLES.items():
        for column, other in references(noun):
            target = TABLES[other].alias()
            query = select(func.count()).select_from(table.outerjoin(target, column == target.c.id))
            query = query.where(column.is_not(None), target.c.id.is_(None))
            count = connection.execute(query).scalar_one()
            if count:
                yield f"{count} {noun} record(s) refer to a {other} that is not there."
