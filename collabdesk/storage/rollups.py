"""Exact sums in SQL: integers in, Decimals out, and no overflow however large the sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select
from sqlalchemy.exc import DBAPIError

from collabdesk.domain.problems import Refused
from collabdesk.storage.driver import Row, fetch
from collabdesk.storage.lists import Shown, shown
from collabdesk.storage.schema import TABLES
from collabdesk.storage.shelf import as_shown, matching

_HALF = 2**32


@dataclass(frozen=True, slots=True)
class Sums:
    """One group: its key (the values of `by`), and for each field the exact total (None when nothing is stated)
    and how many records state it; `records` is the number of all in the group.
    """

    key: tuple[Any, ...]
    totals: Mapping[str, Decimal | None]
    counts: Mapping[str, int]
    records: int


def sums(connection: Connection, noun: str, fields: Sequence[str], by: Sequence[str],
         where: Mapping[str, object]) -> list[Sums]:  # fmt: skip
    """Sums of number fields, grouped by any columns of the list, in the order of the keys."""
    one = shown(noun)
    for name in (*fields, *by, *where):
        if name not in one.columns:
            raise Refused(f"There is no field called {name!r} here. Known: {', '.join(one.columns)}.", "unknown-field")
    try:
        rows = fetch(connection, _query(one, fields, by, where, _plain))
        totals: list[Sequence[Any]] = [row[len(by) + 1 : len(by) + 1 + len(fields)] for row in rows]
    except DBAPIError as error:
        if "integer overflow" not in str(error.orig):
            raise
        rows = fetch(connection, _query(one, fields, by, where, _halves))
        totals = [_joined(row[len(by) + 1 :], len(fields)) for row in rows]
    return [_sums(one, fields, by, row, total) for row, total in zip(rows, totals, strict=True)]


def _plain(column: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    return [func.sum(column)]


def _halves(column: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    # SQLite refuses a sum beyond 63 bits: the high and the low half are summed apart and joined here.
    return [func.sum(column // _HALF), func.sum(column % _HALF)]


def _joined(values: Sequence[Any], count: int) -> list[int | None]:
    pairs = zip(values[0 : 2 * count : 2], values[1 : 2 * count : 2], strict=True)
    return [None if high is None else int(high) * _HALF + int(low) for high, low in pairs]


def _query(
    one: Shown, fields: Sequence[str], by: Sequence[str], where: Mapping[str, object], total: Any
) -> Select[Any]:
    keys = [one.columns[name] for name in by]
    columns = [one.columns[name] for name in fields]
    query = select(*keys, func.count(TABLES[one.noun].c.id), *(part for c in columns for part in total(c)),
                   *(func.count(c) for c in columns))  # fmt: skip
    query = query.select_from(one.source([*fields, *by, *where])).where(matching(one.columns, one.types, where))
    return query.group_by(*keys).order_by(*(k.asc().nulls_last() for k in keys)) if keys else query


def _sums(one: Shown, fields: Sequence[str], by: Sequence[str], row: Row, totals: Sequence[Any]) -> Sums:
    key = tuple(as_shown(value, one.types[name]) for name, value in zip(by, row, strict=False))
    exact = {
        f: None if t is None else Decimal(as_shown(int(t), one.types[f])) for f, t in zip(fields, totals, strict=True)
    }
    counts = row[len(row) - len(fields) :] if fields else ()
    return Sums(key, exact, dict(zip(fields, counts, strict=True)), row[len(by)])
