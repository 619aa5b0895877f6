"""Many rows in and out without SQLAlchemy's work per row: plain tuples of kept values to and from the driver."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any

from sqlalchemy import Connection

Row = tuple[Any, ...]


def fetch(connection: Connection, query: Any) -> list[Row]:
    """All rows of a query as plain tuples, values as kept."""
    result = connection.execute(query)
    cursor = result.cursor
    assert cursor is not None
    rows = list(cursor.fetchall())
    result.close()
    return rows


def fetch_ids(connection: Connection, query: Any) -> array[int]:
    """A query's one column of ids, eight bytes each, however many they are."""
    result = connection.execute(query)
    cursor = result.cursor
    assert cursor is not None
    ids = array("q")
    while some := cursor.fetchmany(10_000):
        ids.extend([row[0] for row in some])
    result.close()
    return ids


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
