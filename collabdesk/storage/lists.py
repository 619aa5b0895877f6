"""What table views show: a noun's own fields and those of the records it refers to; sorted and filtered in SQL."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, false, func, or_, select

from collabdesk.domain.problems import Refused
from collabdesk.storage.driver import fetch, fetch_ids
from collabdesk.storage.schema import TABLES
from collabdesk.storage.shelf import SHOWN, known, matching, names, words

# Through which reference a list shows which fields of the other record, and by what name.
_JOINS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "project_id": ("project", {"project_code": "code", "project_acronym": "acronym", "project_title": "title"}),
    "partner_id": ("partner", {"partner_code": "code", "partner_name": "name", "partner_short_name": "short_name",
                               "partner_country": "country", "country": "country"}),
    "participation_id": ("participation", {"participation_role": "role"}),
    "award_id": ("award", {"award_code": "code"}),
    "audit_id": ("audit", {"audit_title": "title"}),
    "budget_version_id": ("budget_version", {"version_code": "code"}),
    "baseline_id": ("baseline", {"baseline_code": "code"}),
    "contribution_id": ("contribution", {"contribution_title": "title"}),
    "finding_id": ("finding", {"finding_code": "code", "finding_title": "title"}),
    "file_id": ("source_file", {"file_name": "name", "file_sha256": "sha256"}),
}  # fmt: skip

_SEARCHED = frozenset({
    "code", "acronym", "title", "name", "short_name", "description", "text", "label", "category", "work_package",
    "country", "city", "role", "person", "supplier", "note", "agency", "programme", "programme_code", "criterion",
    "condition", "addressee", "sheet", "project_code", "project_acronym", "partner_name", "partner_short_name",
    "file_name",
})  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """One list: each column by name, its type word, and the reference it comes through ("" for an own field)."""

    noun: str
    columns: Mapping[str, ColumnElement[Any]]
    types: Mapping[str, str]
    through: Mapping[str, str]
    others: Mapping[str, FromClause]

    def source(self, used: Sequence[str]) -> FromClause:
        """The noun's table, joined only with what the used columns need."""
        table: FromClause = TABLES[self.noun]
        for reference in dict.fromkeys(self.through[name] for name in used):
            if reference:
                other = self.others[reference]
                table = table.outerjoin(other, TABLES[self.noun].c[reference] == other.c.id)
        return table


@cache
def shown(noun: str) -> Shown:
    """What the list called `noun` has to offer."""
    known(noun)
    columns: dict[str, ColumnElement[Any]] = {name: TABLES[noun].c[name] for name in names(noun)}
    types, through, others = dict(words(noun)), dict.fromkeys(columns, ""), {}
    for reference, (other_noun, fields) in _JOINS.items():
        if reference not in through:
            continue
        others[reference] = TABLES[other_noun].alias()
        for name, field in fields.items():
            if name not in columns:
                columns[name], types[name] = others[reference].c[field], words(other_noun)[field]
                through[name] = reference
    return Shown(noun, columns, types, through, others)


def list_columns(noun: str) -> tuple[str, ...]:
    """The names of the list's columns."""
    return tuple(shown(noun).columns)


def list_ids(connection: Connection, noun: str, *, where: Mapping[str, object], search: str, sort: str | None,
             descending: bool) -> array[int]:  # fmt: skip
    """The ids of the list's records in order. Ties keep the order of ids, so that a page never shows a row twice."""
    one = shown(noun)
    used = [*where, *([sort] if sort else [])]
    _refuse_unknown(one, used)
    query = select(TABLES[noun].c.id).select_from(one.source(used)).where(matching(one.columns, one.types, where))
    if search.strip():
        query = query.where(_found(one, search, folds_case=connection.dialect.name == "sqlite"))
    return _ordered(connection, query, one, sort, descending=descending)


def _refuse_unknown(one: Shown, used: Sequence[str]) -> None:
    # Names come from windows and the command line: only those of the list may reach SQL.
    for name in used:
        if name not in one.columns:
            raise Refused(f"There is no column called {name!r} here. Known: {', '.join(one.columns)}.", "unknown-field")


def _ordered(connection: Connection, query: Select[Any], one: Shown, sort: str | None, *,
             descending: bool) -> array[int]:  # fmt: skip
    row_id = TABLES[one.noun].c.id
    if sort is None or sort == "id":
        return fetch_ids(connection, query.order_by(row_id.desc() if descending else row_id))
    column = one.columns[sort]
    key = func.lower(column) if one.types[sort] == "text" else column
    order = key.desc() if descending else key.asc()
    if not (one.through[sort] or TABLES[one.noun].c[sort].nullable):
        return fetch_ids(connection, query.order_by(order, row_id))
    if connection.dialect.name != "sqlite":
        return fetch_ids(connection, query.order_by(order.nulls_last(), row_id))
    # SQLite takes blanks for the smallest of all. NULLS LAST makes it sort at two thirds of its speed, so that those
    # it puts first are moved to the end here.
    ids = fetch_ids(connection, query.order_by(order, row_id))
    blanks = 0 if descending else _blanks_first(connection, one, sort, ids)
    return ids[blanks:] + ids[:blanks] if blanks else ids


def _blanks_first(connection: Connection, one: Shown, sort: str, ids: array[int]) -> int:
    """How many of the ids, in the order of a column, come before the first whose column is stated."""
    is_blank = select(one.columns[sort].is_(None)).select_from(one.source([sort]))

    def is_stated(number: int) -> bool:
        return not connection.execute(is_blank.where(TABLES[one.noun].c.id == number)).scalar_one()

    return bisect_left(ids, True, key=is_stated)


def _found(one: Shown, search: str, *, folds_case: bool) -> ColumnElement[bool]:
    """Each word stands in some text, the record's own or that of one it refers to."""
    groups: dict[str, list[ColumnElement[Any]]] = {}
    for name, column in one.columns.items():
        if name in _SEARCHED and one.types[name] == "text":
            groups.setdefault(one.through[name], []).append(column)
    return and_(*(_word_found(one, groups, word, folds_case=folds_case) for word in search.split()))


def _word_found(one: Shown, groups: Mapping[str, list[ColumnElement[Any]]], word: str, *,
                folds_case: bool) -> ColumnElement[bool]:  # fmt: skip
    anywhere: list[ColumnElement[bool]] = [false()]
    for reference, columns in groups.items():
        here = or_(*(_contains(column, word, folds_case=folds_case) for column in columns))
        if reference:
            # The few records referred to are searched once, not again for each row that refers to them.
            other = one.others[reference]
            here = TABLES[one.noun].c[reference].in_(select(other.c.id).where(here))
        anywhere.append(here)
    return or_(*anywhere)


def _contains(column: ColumnElement[Any], word: str, *, folds_case: bool) -> ColumnElement[bool]:
    if not folds_case:
        return column.icontains(word, autoescape=True)
    # SQLite's LIKE folds the case of ASCII only; Greek and Cyrillic words are tried in the cases that people type.
    cases = [word] if word.isascii() else dict.fromkeys((word, word.lower(), word.upper(), word.capitalize()))
    return or_(*(column.contains(case, autoescape=True) for case in cases))


def list_rows(connection: Connection, noun: str, ids: Sequence[int]) -> list[dict[str, Any]]:
    """The rows with these ids as domain values, in the order of `ids`; ids that are gone are left out."""
    one = shown(noun)
    query = select(*(c.label(name) for name, c in one.columns.items())).select_from(one.source(list(one.columns)))
    found = {}
    for start in range(0, len(ids), 10_000):
        page = list(ids[start : start + 10_000])
        for row in fetch(connection, query.where(TABLES[noun].c.id.in_(page))):
            found[row[0]] = _values(one, row)
    return [found[i] for i in ids if i in found]


def _values(one: Shown, row: Sequence[Any]) -> dict[str, Any]:
    values = dict(zip(one.columns, row, strict=True))
    for name, convert in _conversions(one.noun):
        if values[name] is not None:
            values[name] = convert(values[name])
    return values


@cache
def _conversions(noun: str) -> tuple[tuple[str, Any], ...]:
    return tuple((name, SHOWN[word]) for name, word in shown(noun).types.items() if word in SHOWN)
