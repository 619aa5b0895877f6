"""What a column's neighbours say of it: a cost that is units times price, an amount whose project nobody names."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from collabdesk.domain.number_text import take_apart
from collabdesk.intake.canonical import canonical
from collabdesk.intake.evidence import Evidence
from collabdesk.intake.found import MappedColumn, TableFound
from collabdesk.intake.grid import Grid, Value
from collabdesk.intake.kind import Kind
from collabdesk.intake.vocabulary import NOTHING, Said

_SAMPLE, _LEAST, _MOST_COLUMNS = 40, 2, 16
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?:\s?[-/–]\s?\d{2,4})?(?!\d)")
_CENT, _ROUNDED, _SURE = 0.011, 0.001, 0.7
_TOTALS = frozenset({"project.total_cost", "cost.expended"})
_COUNTS = frozenset({"budget.units", "budget.person_months"})
_PRICES = frozenset({"budget.unit_price"})
_NAMED_BY = frozenset({"project.code", "project.title", "project.acronym"})
# What a row may hold of its project besides the names it is known by.
_OF_PROJECTS = frozenset({"project", "award"})

_REPEATED = 0.7  # the share of different codes up to which a column of codes repeats itself
# What stands beside partners and is no word of a project.
_SHARED = frozenset(
    {f"project.{a}" for a in ("funding", "total_cost", "eligible_cost", "cofunding_amount", "cofunding_rate")}
    | {f"*.{a}" for a in ("country", "region", "city", "amount", "budget", "partner_code")}
    | {f"contribution.{a}" for a in ("own", "public", "private", "rate", "amount", "total_cost")}
    | {"project.public_funding", "project.country", "project.region", "project.city", NOTHING}
)


def with_products(table: TableFound, grid: Grid, said: Sequence[tuple[Said, ...]]) -> list[tuple[Said, ...]]:
    """The column that holds units × unit price in each row is the planned amount, whatever it is headed: “Total”."""
    told = list(said)
    if table.layout != "rows":
        return told
    first = [one[0].field if one and one[0].score > _SURE else "" for one in told]
    prices = [i for i, name in enumerate(first) if name in _PRICES]
    if len(prices) != 1:
        return told
    known = [i for i, name in enumerate(first) if name in _COUNTS]
    for i, header in enumerate(table.headers):
        is_open = not told[i] or first[i] in ("", NOTHING, *_TOTALS) or told[i][0].field.startswith("*.")
        if is_open and header.place.column and i > max([*prices, *known]):
            counts = known or [j for j in range(len(told)) if j not in (i, *prices)]
            ways = [(j, mark) for j in counts[:_MOST_COLUMNS] for mark in ".,"]
            if any(_is_product(table, grid, (i, j, prices[0]), mark) for j, mark in ways):
                told[i] = (Said("budget.amount", 0.96, "the number of units times the price of one, in each row"),)
                return told
    return told


def _is_product(table: TableFound, grid: Grid, columns: tuple[int, int, int], decimal: str) -> bool:
    """Is the first column the second times the third, in every row that has all three?"""
    places = [table.headers[i].place for i in columns]
    told = 0
    for row, column in itertools.islice(table.anchors, _SAMPLE):
        whole, one, other = (_number(grid.at(*place.cell(row, column)), decimal) for place in places)
        if whole is None or one is None or other is None:
            continue
        if abs(one * other - whole) > max(_CENT, _ROUNDED * abs(whole)):
            return False
        told += one not in (0.0, 1.0) and other not in (0.0, 1.0)
    return told >= _LEAST


def _number(value: Value, decimal: str) -> float | None:
    if isinstance(value, (int, float)):
        return None if isinstance(value, bool) else float(value)
    part = take_apart(value) if isinstance(value, str) else None
    said = part.value(decimal) if part else None
    return None if said is None else float(said)


def without_years(table: TableFound, columns: Sequence[MappedColumn]) -> list[MappedColumn]:
    """Columns headed alike but for their years are one field for each year: none of them is the whole of it."""
    alike: dict[str, list[int]] = defaultdict(list)
    for i, header in enumerate(table.headers):
        without = _YEAR.sub("#", header.text)
        if table.layout == "rows" and without != header.text:
            alike[without.casefold()].append(i)
    many = {i for same in alike.values() if len(same) > 1 for i in same}
    reason = "there is a column like it for each year"
    return [
        replace(c, field=None, score=0.0, reason=reason) if i in many and c.field else c for i, c in enumerate(columns)
    ]


def without_strangers(kind: Kind, columns: Sequence[MappedColumn]) -> list[MappedColumn]:
    """No amount, date or status of a project where no column says which project it is: it is the row's own."""
    if kind.name in _OF_PROJECTS or any(c.field in _NAMED_BY for c in columns):
        return list(columns)
    reason = "it would be its project's, and no column says which project that is"
    return [
        replace(c, field=None, score=0.0, reason=reason) if c.field and _is_of_project(c.field) else c for c in columns
    ]


def _is_of_project(field: str) -> bool:
    known = canonical()[field]
    return field.startswith("project.") and (known.type in ("amount", "rate", "date") or field == "project.status")


def names_partners(said: Sequence[tuple[Said, ...]], seen: Sequence[Evidence]) -> bool:
    """A list of partners and shares alone, or one in which a project's code stands in several rows, beside partners
    that differ: such a list is one of partners.
    """
    first = [(one[0].field, weight) for one, weight in zip(said, seen, strict=True) if one]
    names = {field for field, _ in first}
    if "partner.name" in names and all(f in _SHARED or f.partition(".")[0] == "partner" for f in names):
        return True  # partners with their shares, and not a word of any project
    codes = [w for field, w in first if field == "project.code"]
    partners = [w for field, w in first if field == "partner.name"]
    return (
        len(codes) == 1
        and len(partners) == 1
        and codes[0].filled >= 2
        and codes[0].distinct <= _REPEATED < partners[0].distinct
    )
