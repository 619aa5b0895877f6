"""Many rows in and out without SQLAlchemy's work per row: plain values as kept, to and from the driver."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import repeat
from typing import Any

from sqlalchemy import Connection

Row = tuple[Any, ...]
_AT_ONCE = 25_000
"""Rows between two moments at which a large insert can be given up."""
_READ_AT_ONCE = 5_000
_MOST_VALUES = 900
"""In one statement; SQLite once took no more than 999."""


_watch: ContextVar[Callable[[], None] | None] = ContextVar("watch", default=None)


@contextmanager
def watched(watch: Callable[[], None]) -> Iterator[None]:
    """Inside, everything that this thread reads calls `watch` now and then, which may raise."""
    before = _watch.set(watch)
    try:
        yield
    finally:
        _watch.reset(before)


def check() -> None:
    """Call what `watched` was given in this thread, if anything."""
    watch = _watch.get()
    if watch is not None:
        watch()


def parts(connection: Connection, query: Any) -> Iterator[Sequence[Row]]:
    """The rows of a query as plain tuples, values as kept, some at a time."""
    result = connection.execute(query)
    cursor = result.cursor
    assert cursor is not None
    try:
        while some := cursor.fetchmany(_READ_AT_ONCE):
            check()
            yield some
    finally:
        result.close()


def fetch(connection: Connection, query: Any) -> list[Row]:
    """All rows of a query as plain tuples, values as kept."""
    rows: list[Row] = []
    for some in parts(connection, query):
        rows += some
    return rows


def fetch_ids(connection: Connection, query: Any) -> array[int]:
    """A query's one column of ids, eight bytes each, however many they are."""
    ids = array("q")
    for some in parts(connection, query):
        ids.extend([row[0] for row in some])
    return ids


def fetch_columns(connection: Connection, query: Any, width: int) -> list[Sequence[Any]]:
    """The rows of a query column by column, without ever holding all rows; the first column are ids.

    What is said again and again in a column is there once.
    """
    ids = array("q")
    columns: list[list[Any]] = [[] for _ in range(width - 1)]
    known: list[dict[Any, Any]] = [{} for _ in columns]
    for some in parts(connection, query):
        first, *rest = zip(*some, strict=True)
        ids.extend(first)
        for column, values, seen in zip(columns, rest, known, strict=True):
            distinct = set(values)
            if 4 * len(distinct) > len(values):
                column += values
            else:
                seen.update((v, v) for v in distinct.difference(seen))
                column += map(seen.__getitem__, values)
    return [ids, *columns]


def insert_rows(connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]],
                same: Mapping[str, Any] | None = None) -> None:  # fmt: skip
    """Insert rows of kept values; `same` are the columns that have one value in all of them."""
    same = same or {}
    driver: Any = connection.connection.driver_connection
    quoted = ", ".join(f'"{c}"' for c in (*columns, *same))
    if connection.dialect.name == "sqlite":
        places = ", ".join([*repeat("?", len(columns)), *(_literal(v) for v in same.values())])
        driver.executemany(f'INSERT INTO "{table}" ({quoted}) VALUES ({places})', rows)
        return
    tail = tuple(same.values())
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table}" ({quoted}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row((*row, *tail))


def insert_columns(connection: Connection, table: str, columns: Mapping[str, Sequence[Any]],
                   same: Mapping[str, Any] | None = None,
                   told: Callable[[int], None] | None = None) -> None:  # fmt: skip
    """As `insert_rows`, for rows given column by column; `told` hears now and then how many are in, and may raise."""
    same = same or {}
    count = len(next(iter(columns.values())))
    told = told or _nobody
    if connection.dialect.name != "sqlite":
        for first in range(0, count, _AT_ONCE):
            told(first)
            some = (values[first : first + _AT_ONCE] for values in columns.values())
            insert_rows(connection, table, list(columns), zip(*some, strict=True), same)
        return
    # Many rows to a statement: half the time of a row is the statement's own (it counts the ids, checks, resets).
    driver: Any = connection.connection.driver_connection
    width, each = len(columns), max(1, _MOST_VALUES // len(columns))
    one = "(" + ", ".join([*repeat("?", width), *(_literal(v) for v in same.values())]) + ")"
    quoted = ", ".join(f'"{c}"' for c in (*columns, *same))
    head, step = f'INSERT INTO "{table}" ({quoted}) VALUES ', each * width
    for first in range(0, count, _AT_ONCE - _AT_ONCE % each):
        told(first)
        values = _turned(columns, first, min(count, first + _AT_ONCE - _AT_ONCE % each))
        whole = len(values) - len(values) % step
        driver.executemany(head + ", ".join([one] * each), (values[i : i + step] for i in range(0, whole, step)))
        if whole < len(values):
            driver.execute(head + ", ".join([one] * ((len(values) - whole) // width)), values[whole:])


def _turned(columns: Mapping[str, Sequence[Any]], first: int, last: int) -> list[Any]:
    """The values of some rows one after the other."""
    values: list[Any] = [None] * ((last - first) * len(columns))
    for n, column in enumerate(columns.values()):
        values[n :: len(columns)] = column[first:last]
    return values


def _nobody(_done: int) -> None:
    pass


def update_rows(connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Set `columns` of rows by id; each row is the new values and then the id."""
    driver: Any = connection.connection.driver_connection
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    settings = ", ".join(f'"{c}" = {mark}' for c in columns)
    statement = f'UPDATE "{table}" SET {settings} WHERE id = {mark}'
    cursor = driver.cursor()
    cursor.executemany(statement, rows)
    cursor.close()


def _literal(value: Any) -> str:
    # The values are a noun's own defaults and numbers, written once instead of bound a hundred thousand times.
    if value is None:
        return "NULL"
    return str(int(value)) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"
