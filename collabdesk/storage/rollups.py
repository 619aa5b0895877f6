"""Exact sums in SQL: integers in, Decimals out, and no overflow however large the sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select
from sqlalchemy.exc import DBAPIError

from collabdesk.domain.problems import Refused
from collabdesk.storage.driver import fetch
from collabdesk.storage.lists import Shown, shown
from collabdesk.storage.schema import TABLES
from collabdesk.storage.shelf import SHOWN, as_shown, matching

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
    one = _with(noun, (*fields, *by, *where))
    try:
        rows = fetch(connection, _query(one, fields, by, where, _plain))
        totals: list[Sequence[Any]] = [row[len(by) + 1 : len(by) + 1 + len(fields)] for row in rows]
    except DBAPIError as error:
        if "integer overflow" not in str(error.orig):
            raise
        rows = fetch(connection, _query(one, fields, by, where, _halves))
        totals = [_joined(row[len(by) + 1 :], len(fields)) for row in rows]
    shown_by = [SHOWN.get(one.types[name]) for name in by]
    shown_in = [SHOWN.get(one.types[name], Decimal) for name in fields]
    groups = []
    for row, total in zip(rows, totals, strict=True):
        key = tuple(v if v is None or show is None else show(v) for v, show in zip(row, shown_by, strict=False))
        exact = [None if t is None else Decimal(show(int(t))) for t, show in zip(total, shown_in, strict=True)]
        counts = row[len(row) - len(fields) :] if fields else ()
        groups.append(
            Sums(key, dict(zip(fields, exact, strict=True)), dict(zip(fields, counts, strict=True)), row[len(by)])
        )
    return groups


def stated(connection: Connection, noun: str, field: str, where: Mapping[str, object]) -> list[Any]:
    """The distinct values of a field that are stated, in no order: without a sort, so in a third of a group's time."""
    one = _with(noun, (field, *where))
    column = one.columns[field]
    query = select(column).distinct().select_from(one.source([field, *where]))
    rows = fetch(connection, query.where(column.is_not(None), matching(one.columns, one.types, where)))
    return [as_shown(value, one.types[field]) for (value,) in rows]


def _with(noun: str, names: Sequence[str]) -> Shown:
    """The noun's list, which has all these columns, or a refusal."""
    one = shown(noun)
    for name in names:
        if name not in one.columns:
            raise Refused(f"There is no field called {name!r} here. Known: {', '.join(one.columns)}.", "unknown-field")
    return one


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
