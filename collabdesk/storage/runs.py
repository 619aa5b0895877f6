"""Which tables of which imports gave the records of a noun, as runs of neighbours, without reading the records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from collabdesk.storage.driver import fetch
from collabdesk.storage.schema import TABLES

Run = tuple[int, int, int, int | None]
"""The first of some neighbouring ids, its source row, how many there are (in neighbouring rows), and their column."""


@dataclass(slots=True)
class GivenTable:
    """The records that one table of an import added and that are still there."""

    batch_id: int
    table_no: int
    runs: list[Run] = field(default_factory=list)


def given_tables(connection: Connection, noun: str) -> list[GivenTable]:
    """Every table that added records of the noun; those typed by hand are left out."""
    c = TABLES[noun].c
    offset = c.source_row - c.id
    ids = (func.min(c.id), func.count(), func.max(c.id))
    rows = (func.min(offset), func.max(offset), func.count(c.source_row), func.count(c.source_column))
    query = select(c.batch_id, c.table_no, *ids, *rows)
    query = query.where(c.batch_id.is_not(None), c.table_no.is_not(None)).group_by(c.batch_id, c.table_no)
    found = []
    for batch_id, table_no, first, count, last, least, most, stated, columns in fetch(connection, query):
        table = GivenTable(batch_id, table_no)
        if least == most and stated == count == last - first + 1 and not columns:
            table.runs.append((first, first + least, count, None))
        else:
            table.runs.extend(_runs(connection, noun, batch_id, table_no))
        found.append(table)
    return found


def _runs(connection: Connection, noun: str, batch_id: int, table_no: int) -> list[Run]:
    c = TABLES[noun].c
    query = select(c.id, c.source_row, c.source_column).where(c.batch_id == batch_id, c.table_no == table_no)
    return joined(fetch(connection, query.order_by(c.id)))


def joined(places: Iterable[tuple[int, int | None, int | None]]) -> list[Run]:
    """Ids with their rows and columns as runs, neighbours made one where they have no column."""
    runs: list[Run] = []
    first, at, count = 0, 0, 0
    for record, row, column in places:
        if count and column is None and record == first + count and row == at + count:
            count += 1
            continue
        if count:
            runs.append((first, at, count, None))
            count = 0
        if column is None:
            first, at, count = record, row or 0, 1
        else:
            runs.append((record, row or 0, 1, column))
    if count:
        runs.append((first, at, count, None))
    return runs
