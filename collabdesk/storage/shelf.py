"""One generic mapper: frozen dataclass to table row and back, by field name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, select, true

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.problems import Refused
from collabdesk.domain.records import Record
from collabdesk.domain.scales import AMOUNT_PLACES, QUANTITY_PLACES, field_types
from collabdesk.storage.driver import Row, fetch, fetch_columns
from collabdesk.storage.schema import TABLES

_IN_AT_ONCE = 10_000  # databases cap the number of parameters
_LARGEST = 2**63 - 1


def as_kept(value: Any, word: str) -> Any:
    """A domain value as the database keeps it; `word` is the field's type word (domain/scales.py)."""
    if value is None:
        return None
    if word in ("amount", "quantity"):
        return _scaled(value, AMOUNT_PLACES if word == "amount" else QUANTITY_PLACES)
    return int(value) if word == "bool" else value


def as_shown(value: Any, word: str) -> Any:
    """A kept value as the domain has it: Decimal, bool, text, int."""
    shown = SHOWN.get(word)
    return value if shown is None or value is None else shown(value)


def _scaled(value: Decimal | int | str, decimals: int) -> int:
    scaled = int(Decimal(value).scaleb(decimals).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))
    if abs(scaled) > _LARGEST:
        raise Refused(f"{value} is too large a number to be kept.", "too-large")
    return scaled


def _amount(kept: int) -> Decimal:
    return Decimal(kept).scaleb(-AMOUNT_PLACES)


def _quantity(kept: int) -> Decimal:
    return Decimal(kept).scaleb(-QUANTITY_PLACES)


SHOWN: Mapping[str, Callable[[Any], Any]] = {"amount": _amount, "quantity": _quantity, "bool": bool}


@cache
def words(noun: str) -> Mapping[str, str]:
    """Each field's type word, in the order of the noun's fields."""
    return field_types(known(noun))


@cache
def names(noun: str) -> tuple[str, ...]:
    """The noun's fields in order; also the order of every row tuple that storage passes around."""
    return tuple(f.name for f in fields(known(noun)))


def known(noun: str) -> type[Record]:
    """The noun's class; a name that is none is a mistake of the caller's."""
    if noun not in NOUNS:
        raise Refused(f"There is no list called {noun!r}. Known: {', '.join(NOUNS)}.", "unknown-noun")
    return NOUNS[noun]


def row_of(noun: str, record: Record) -> Row:
    """The record as kept, in the order of `names`."""
    row = list(_fields(noun)(record))
    for i, word in _unlike(noun):
        if row[i] is not None:
            row[i] = as_kept(row[i], word)
    return tuple(row)


@cache
def _fields(noun: str) -> attrgetter[tuple[Any, ...]]:
    return attrgetter(*names(noun))


@cache
def _unlike(noun: str) -> tuple[tuple[int, str], ...]:
    """The fields that are kept in another form than the domain has them."""
    return tuple((i, word) for i, word in enumerate(words(noun).values()) if word in SHOWN)


def record_of(noun: str, row: Sequence[Any]) -> Record:
    """The record of one row (in the order of `names`)."""
    return known(noun)(**dict(zip(names(noun), _shown_row(noun, row), strict=True)))


def records_of(noun: str, rows: Iterable[Sequence[Any]]) -> list[Record]:
    """As `record_of`, for many."""
    cls, columns = known(noun), names(noun)
    return [cls(**dict(zip(columns, _shown_row(noun, row), strict=True))) for row in rows]


@cache
def _converters(noun: str) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    return tuple((i, SHOWN[word]) for i, word in enumerate(words(noun).values()) if word in SHOWN)


def _shown_row(noun: str, row: Sequence[Any]) -> list[Any]:
    shown = list(row)
    for i, convert in _converters(noun):
        if shown[i] is not None:
            shown[i] = convert(shown[i])
    return shown


def matching(columns: Mapping[str, ColumnElement[Any]], types: Mapping[str, str],
             equals: Mapping[str, object]) -> ColumnElement[bool]:  # fmt: skip
    """The condition that fields equal values; a list, tuple or set means any of them, None means not stated."""
    conditions: list[ColumnElement[bool]] = [true()]
    for name, value in equals.items():
        if name not in columns:
            raise Refused(f"There is no field called {name!r} here. Known: {', '.join(columns)}.", "unknown-field")
        conditions.append(_equal(columns[name], value, types[name]))
    return and_(*conditions)


def _equal(column: ColumnElement[Any], value: object, word: str) -> ColumnElement[bool]:
    if value is None:
        return column.is_(None)
    if not isinstance(value, (list, tuple, set, frozenset, range)):
        same: ColumnElement[bool] = column == as_kept(value, word)
        return same
    kept = [as_kept(v, word) for v in value if v is not None]
    anyone = column.in_(kept) if kept else false()
    return anyone | column.is_(None) if len(kept) < len(value) else anyone


def find_rows(connection: Connection, noun: str, equals: Mapping[str, object]) -> list[Row]:
    """Rows as kept whose fields equal the values, by id."""
    found = [fetch(connection, query) for query in _queries(noun, equals, None)]
    return found[0] if len(found) == 1 else sorted((row for rows in found for row in rows), key=itemgetter(0))


def find_columns(connection: Connection, noun: str, equals: Mapping[str, object],
                 fields: Sequence[str]) -> list[Sequence[Any]]:  # fmt: skip
    """As `find_rows`, of some fields, the first of them `id`, and column by column."""
    found = [fetch_columns(connection, query, len(fields)) for query in _queries(noun, equals, fields)]
    if len(found) == 1:
        return found[0]
    ids = [i for some in found for i in some[0]]
    order = sorted(range(len(ids)), key=ids.__getitem__)
    return [
        [column[n] for n in order] for column in ([v for some in c for v in some] for c in zip(*found, strict=True))
    ]


def _queries(noun: str, equals: Mapping[str, object], fields: Sequence[str] | None) -> list[Select[Any]]:
    """One query, or several where a field may have more values than one can name."""
    table = columns_of(noun)
    wanted = table.values() if fields is None else [table[f] for f in fields]
    many = next((k for k, v in equals.items() if isinstance(v, Collection) and len(v) > _IN_AT_ONCE), None)
    some = [equals]
    if many is not None and not isinstance(equals[many], str):
        values = sorted(set(equals[many]))  # type: ignore[call-overload]
        some = [{**equals, many: values[n : n + _IN_AT_ONCE]} for n in range(0, len(values), _IN_AT_ONCE)]
    return [select(*wanted).where(matching(table, words(noun), one)).order_by(table["id"]) for one in some]


def columns_of(noun: str) -> dict[str, ColumnElement[Any]]:
    """The noun's columns in the order of `names`."""
    known(noun)
    return {name: TABLES[noun].c[name] for name in names(noun)}


def count_rows(connection: Connection, noun: str, equals: Mapping[str, object]) -> int:
    """How many records match."""
    condition = matching(columns_of(noun), words(noun), equals)
    query = select(func.count()).select_from(TABLES[noun]).where(condition)
    return int(connection.execute(query).scalar_one())
