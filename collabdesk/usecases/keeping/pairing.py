"""Which row means which record: by key, and where several have one key, those first that say the same throughout."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from typing import Any

from collabdesk.usecases.keeping.values import Columns

_Places = dict[int, int]
"""Row -> place among the records that are there."""


def positions(keys: Sequence[Hashable], there: Sequence[Hashable], new: Columns, old: Columns) -> _Places:
    """For each row its place among the records that are there; `new` and `old` are their columns.

    Equal keys are counted, not merged: each record is met once, first by a row that says the same of it, the rest
    in their order.
    """
    place_of = dict(zip(there, range(len(there)), strict=True))
    if len(place_of) == len(there) and len(set(keys)) == len(keys):
        get = place_of.get
        return {i: place for i, key in enumerate(keys) if (place := get(key)) is not None}
    rows, pools = _grouped(keys), _grouped(there)
    found: _Places = {}
    for key, mine in rows.items():
        pool = pools.get(key)
        if pool is not None:
            found |= {mine[0]: pool[0]} if len(mine) == len(pool) == 1 else _paired(mine, pool, new, old)
    return dict(sorted(found.items()))


def are_in_order(names: Sequence[str], new: Columns, old: Columns) -> bool:
    """Whether these columns say the same of every row as of the record in its place."""
    return all(list(new[name]) == list(old[name]) for name in names)


def alike(new: Columns, old: Columns) -> int:
    """How many rows say the same as a record throughout; each record counts once."""
    names = [name for name in new if name in old]
    rows, records = (Counter(_said(c, names, at) for at in range(len(c[names[0]]))) for c in (new, old))
    return (rows & records).total()


def _grouped(keys: Sequence[Hashable]) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for i, key in enumerate(keys):
        groups[key].append(i)
    return groups


def _paired(rows: list[int], pool: list[int], new: Columns, old: Columns) -> _Places:
    # What a row refers to is known by its key already; of several rows of one partner only one names its part.
    names = [name for name in new if name in old and not name.endswith("_id")]
    free: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for place in reversed(pool):
        free[_said(old, names, place)].append(place)
    found = {}
    for row in rows:
        same = free.get(_said(new, names, row))
        if same:
            found[row] = same.pop()
    taken = set(found.values())
    left = (place for place in pool if place not in taken)
    return found | dict(zip((row for row in rows if row not in found), left, strict=False))


def _said(columns: Columns, names: Sequence[str], at: int) -> tuple[Any, ...]:
    return tuple(None if (value := columns[name][at]) == "" else value for name in names)
