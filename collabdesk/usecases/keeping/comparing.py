"""Rows of a table against the records that are there: compared column by column, as the books keep them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Any

from collabdesk.usecases.keeping.batch import BatchKeeping
from collabdesk.usecases.keeping.values import Columns, Wanted, domain_of, types_of

Changed = dict[int, dict[str, Any]]
"""Row of the table -> field -> new value, for the rows that say something else than the record that is there."""


def positions(keys: Sequence[Hashable], there: Sequence[Hashable]) -> dict[int, int]:
    """For each key its place among those that are there; equal keys are taken one after the other."""
    if len(first := dict(zip(reversed(there), range(len(there) - 1, -1, -1), strict=True))) == len(there):
        take = first.pop
        return {i: place for i, key in enumerate(keys) if (place := take(key, None)) is not None}
    pools: dict[Hashable, list[int]] = defaultdict(list)
    for place in range(len(there) - 1, -1, -1):
        pools[there[place]].append(place)
    return {i: pools[key].pop() for i, key in enumerate(keys) if pools.get(key)}


def differing(
    batch: BatchKeeping, wanted: Wanted, matched: dict[int, int], there: Columns | None = None, *, only_blank: bool
) -> Changed:
    """What each row would change in the record (by id) that it is matched with. A blank cell never erases anything.

    `there` are the columns of the records where they are known already.
    """
    if not matched:
        return {}
    there = there or batch.workspace.kept_columns(wanted.noun, list(wanted.columns), id=set(matched.values()))
    rows = list(matched)
    place = {record: n for n, record in enumerate(there["id"])}
    places = [place[record] for record in matched.values()]
    types = types_of(wanted.noun)
    changed: Changed = {}
    for name, values in wanted.columns.items():
        batch.check()
        new = list(map(values.__getitem__, rows))
        old = list(map(there[name].__getitem__, places))
        if new == old:
            continue
        for row, a, b in zip(rows, new, old, strict=True):
            if a != b and a is not None and a != "" and not (only_blank and b is not None and b != ""):
                changed.setdefault(row, {})[name] = domain_of(a, types[name])
    return changed


def update(batch: BatchKeeping, wanted: Wanted, matched: dict[int, int], changed: Changed) -> None:
    """Keep the changes, and which row each came from."""
    if not changed:
        return
    edits: dict[int, dict[str, Any]] = {}
    for row, fields in changed.items():
        record = matched[row]
        edits[record] = edits.get(record, {}) | fields
        batch.kept.updated.setdefault(wanted.noun, {})[record] = wanted.place(row)
    batch.check()
    records = batch.workspace.find(wanted.noun, id=set(edits))
    batch.check()
    batch.step.update_many([replace(r, **edits[r.id or 0]) for r in records])
