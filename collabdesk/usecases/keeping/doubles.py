"""Rows that name the same project as another row of their list: each is known again as the record that it became."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from typing import Any

from collabdesk.usecases.keeping.batch import BatchKeeping
from collabdesk.usecases.keeping.comparing import there_with
from collabdesk.usecases.keeping.references import plain
from collabdesk.usecases.keeping.values import Wanted

_TELLING = ("coordinator", "start", "city")  # by what two projects of one title are told apart


def doubled(calls: Sequence[Hashable]) -> dict[Hashable, list[int]]:
    """The rows of every name or code that several rows have."""
    times = Counter(calls)
    rows: dict[Hashable, list[int]] = defaultdict(list)
    for i, call in enumerate(calls):
        if times[call] > 1:
            rows[call].append(i)
    return rows


def match(batch: BatchKeeping, wanted: Wanted, rows: dict[Hashable, list[int]]) -> dict[int, int]:
    """Row -> record, each record once: equal ones first, then those that are told apart, then in their order."""
    names = list(wanted.columns)
    pools = _there(batch, wanted, rows, names)
    taken = batch.mended.taken("project") if batch.mended is not None else frozenset()
    telling = [names.index(n) for n in _TELLING if n in names]
    found: dict[int, int] = {}
    for call, mine in rows.items():
        batch.check()
        there = {record: said for record, said in pools.get(call, {}).items() if record not in taken}
        if there:
            said = {i: _said([wanted.columns[n][i] for n in names]) for i in mine}
            for part in (list(range(len(names))), telling, []):
                _pair(said, there, part, found)
    return found


def _pair(
    said: dict[int, tuple[Any, ...]], there: dict[int, tuple[Any, ...]], part: list[int], found: dict[int, int]
) -> None:
    """Take what agrees in these columns out of both and into `found`."""
    free: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for record in sorted(there, reverse=True):
        free[tuple(there[record][n] for n in part)].append(record)
    for i in list(said):
        pool = free.get(tuple(said[i][n] for n in part))
        if pool:
            found[i] = pool.pop()
            del there[found[i]], said[i]


def _there(
    batch: BatchKeeping, wanted: Wanted, rows: dict[Hashable, list[int]], names: list[str]
) -> dict[Hashable, dict[int, tuple[Any, ...]]]:
    """The records that these rows may mean, by code or name, with what they say in the table's columns."""
    pools: dict[Hashable, dict[int, tuple[Any, ...]]] = defaultdict(dict)
    every = [i for mine in rows.values() for i in mine]  # one name may be spelt in several ways
    for attribute in ("title", "code"):
        values = {v for i in every if attribute in wanted.columns and (v := wanted.columns[attribute][i])}
        if not values:
            continue
        there = there_with(batch, "project", list(dict.fromkeys([*names, attribute])), attribute, values)
        said = zip(*(there[n] for n in names), strict=True)
        for record, value, row in zip(there["id"], there[attribute], said, strict=True):
            pools[value if attribute == "code" else ("name", plain(value))][record] = _said(row)
    return pools


def _said(values: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(None if v == "" else v for v in values)
