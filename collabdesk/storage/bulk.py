"""Many rows at once, as near to the driver as it gets; ids come in one run, so that a batch is a range."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sqlalchemy import Connection, delete, select, text

from collabdesk.storage.driver import Row, fetch, insert_columns
from collabdesk.storage.schema import TABLES

Run = tuple[int, int]
IMAGE_ROWS = 20_000
"""Rows in one image: what is in memory at a time while many are deleted or restored."""


def reserve_ids(connection: Connection, noun: str, count: int) -> range:
    """The next `count` ids of the noun, never given before. The caller is the only writer."""
    if count == 0:
        return range(0)
    if connection.dialect.name == "sqlite":
        query = text("SELECT seq FROM sqlite_sequence WHERE name = :noun")
        last = connection.execute(query, {"noun": noun}).scalar() or 0
        return range(last + 1, last + 1 + count)
    sequence = "pg_get_serial_sequence(:table, 'id')"
    query = text(f"SELECT setval({sequence}, nextval({sequence}) + :more)")
    last = connection.execute(query, {"table": f'"{noun}"', "more": count - 1}).scalar_one()
    return range(last - count + 1, last + 1)


def delete_runs(connection: Connection, noun: str, runs: Sequence[Run]) -> None:
    """Delete the rows with these ids."""
    table = TABLES[noun]
    for first, last in runs:
        connection.execute(delete(table).where(table.c.id.between(first, last)))


def rows_in_runs(connection: Connection, noun: str, runs: Sequence[Run]) -> list[Row]:
    """The rows with these ids, every column in the table's order."""
    table = TABLES[noun]
    rows: list[Row] = []
    for first, last in runs:
        rows += fetch(connection, select(table).where(table.c.id.between(first, last)).order_by(table.c.id))
    return rows


def runs_of(ids: Iterable[int]) -> list[Run]:
    """Ascending ids as runs of neighbours."""
    numbers = list(ids)
    if not numbers:
        return []
    breaks = [i for i, (a, b) in enumerate(pairwise(numbers), 1) if b != a + 1]
    return [(numbers[a], numbers[b - 1]) for a, b in pairwise([0, *breaks, len(numbers)])]


def joined(runs: Iterable[Run]) -> list[Run]:
    """The runs in order, neighbours made one."""
    whole: list[Run] = []
    for first, last in sorted(runs):
        if whole and first <= whole[-1][1] + 1:
            whole[-1] = (whole[-1][0], max(last, whole[-1][1]))
        else:
            whole.append((first, last))
    return whole


def cut_runs(runs: Iterable[Run], size: int = IMAGE_ROWS) -> list[list[Run]]:
    """The runs in groups of at most `size` ids."""
    groups: list[list[Run]] = [[]]
    room = size
    for first, last in runs:
        while first <= last:
            take = min(room, last - first + 1)
            groups[-1].append((first, first + take - 1))
            first, room = first + take, room - take
            if room == 0:
                groups.append([])
                room = size
    return [g for g in groups if g]


def image_of(noun: str, rows: Sequence[Row]) -> bytes:
    """The rows packed, with the names of their columns, so that they can come back after later migrations."""
    columns = list(zip(*rows, strict=True))
    names = [c.name for c in TABLES[noun].columns]
    return zlib.compress(json.dumps([names, columns], ensure_ascii=False, separators=(",", ":")).encode(), 1)


def rows_of_image(image: bytes) -> tuple[list[str], list[list[object]]]:
    """The names of an image's columns, and the columns."""
    names, columns = json.loads(zlib.decompress(image))
    return names, columns


def restore_image(connection: Connection, noun: str, image: bytes) -> None:
    """Insert the rows of an image again, with the ids they had."""
    names, columns = rows_of_image(image)
    known = set(TABLES[noun].c.keys())
    insert_columns(connection, noun, {n: c for n, c in zip(names, columns, strict=True) if n in known})
