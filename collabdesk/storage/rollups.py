"""Exact sums in SQL: integers in, Decimals out, and no overflow however large the sum."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import repeat
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select
from sqlalchemy.exc import DBAPIError

from collabdesk.domain.problems import Refused
from collabdesk.storage.driver import check, fetch
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
    many = len(fields)
    try:
        rows = fetch(connection, _query(one, fields, by, where, _plain))
        columns = list(zip(*rows, strict=True)) if rows else [()] * (len(by) + 1 + 2 * many)
        totals = columns[len(by) + 1 : len(by) + 1 + many]
    except DBAPIError as error:
        if "integer overflow" not in str(error.orig):
            raise
        rows = fetch(connection, _query(one, fields, by, where, _halves))
        columns = list(zip(*rows, strict=True)) if rows else [()] * (len(by) + 1 + 3 * many)
        totals = list(zip(*(_joined(row[len(by) + 1 :], many) for row in rows), strict=True)) or [()] * many
    check()
    # Column by column: there may be a hundred thousand groups.
    keys = [_shown(SHOWN.get(one.types[name]), column) for name, column in zip(by, columns, strict=False)]
    exact = [_exact(SHOWN.get(one.types[name], Decimal), total) for name, total in zip(fields, totals, strict=True)]
    counts = columns[len(columns) - many :]
    check()
    return list(
        map(
            Sums,
            zip(*keys, strict=True) if by else repeat((), len(rows)),
            _by_field(fields, exact, len(rows)),
            _by_field(fields, counts, len(rows)),
            columns[len(by)],
        )
    )


def _shown(show: Callable[[Any], Any] | None, column: Sequence[Any]) -> Sequence[Any]:
    return column if show is None else [None if v is None else show(v) for v in column]


def _exact(show: Callable[[Any], Any], totals: Sequence[Any]) -> list[Decimal | None]:
    # A server gives a sum as a decimal number, a file as a whole one.
    return [None if t is None else Decimal(show(int(t))) for t in totals]


def _by_field(fields: Sequence[str], columns: Sequence[Sequence[Any]], count: int) -> Iterable[dict[str, Any]]:
    return [dict(zip(fields, row, strict=True)) for row in zip(*columns, strict=True)] if fields else repeat({}, count)


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
