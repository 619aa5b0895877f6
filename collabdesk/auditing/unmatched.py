"""Actual costs that no budget line was planned for: the line that makes every budget-against-actual table foot."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

DIMENSIONS = ("partner_id", "category", "work_package")
"""By what a cost is compared with budget lines unless said otherwise; `unit` may be asked for too."""

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """What budget lines or cost items of one partner, category, work package and currency add up to."""

    partner_id: int | None = None
    category: str = ""
    work_package: str = ""
    unit: str = ""
    amount: Decimal | None = None
    records: int = 0


def words(text: str) -> str:
    """A category as it is compared where no rule pack knows it: without regard to case and blanks."""
    return " ".join(text.casefold().split())


def unmatched(
    actual: Iterable[Booked],
    planned: Iterable[Booked],
    by: tuple[str, ...] = DIMENSIONS,
    category: Callable[[str], str] = words,
) -> tuple[Booked, ...]:
    """Those of `actual` that no line of `planned` covers.

    A line covers what has the same value in each of `by`; one that leaves a value blank covers all of them: a budget
    planned by category only covers every partner's costs of that category. `category` makes two words for one category
    the same (a rule pack knows `A.1` and `Employees` as one).
    """
    lines = {_key(line, by, category) for line in planned}
    return tuple(cost for cost in actual if not _is_covered(_key(cost, by, category), lines))


def _key(one: Booked, by: tuple[str, ...], category: Callable[[str], str]) -> _Key:
    read: dict[str, Callable[[str], str]] = {"category": category, "work_package": words}
    values = ((name, getattr(one, name)) for name in by)
    return tuple(read.get(name, _as_is)(value) if value else None for name, value in values)


def _as_is(value: str) -> str:
    return value


def _is_covered(key: _Key, lines: set[_Key]) -> bool:
    ways = product(*((value, None) if value is not None else (None,) for value in key))
    return any(way in lines for way in ways)
