"""Rows of a table against the records that are there: compared column by column, as the books keep them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import compress
from operator import itemgetter
from typing import Any

from collabdesk.usecases.keeping.batch import BatchKeeping
from collabdesk.usecases.keeping.values import Columns, Wanted, domain_of, types_of
from collabdesk.usecases.statuses import moves_of

_MANY = 500
_AT_ONCE = 2000  # records between two moments at which an import can be given up
_NEVER_BACK = frozenset({"decision", "transfer"})
"""Nouns that people move here: a register of before the move does not take it back."""
Changed = dict[int, dict[str, Any]]
"""Row of the table -> field -> new value, for the rows that say something else than the record that is there."""


def there_with(batch: BatchKeeping, noun: str, fields: Sequence[str], name: str, values: Collection[Any]) -> Columns:
    """`fields` of the records whose `name` is one of the values, by id.

    Where the values are most of all there are, the whole table is read: asking for thousands one by one takes longer.
    """
    workspace = batch.workspace
    if noun == "budget" and name == "project_id" and workspace.count("budget_version"):
        # The lines of versions are the manager's own: a file says again what a file has said.
        return workspace.kept_columns(noun, fields, **{name: values}, budget_version_id=None)
    possible = workspace.count("project" if name == "project_id" else noun) if len(values) > _MANY else 0
    if not possible or 2 * len(values) < possible:
        return workspace.kept_columns(noun, fields, **{name: values})
    foreseen = batch.foreseen.take(noun, [*fields, name]) if batch.foreseen is not None else None
    there = foreseen or workspace.kept_columns(noun, [*fields, name])
    wanted = set(values)
    chosen = [value in wanted for value in there[name]]
    return there if all(chosen) else {n: list(compress(column, chosen)) for n, column in there.items()}


def differing(
    batch: BatchKeeping, wanted: Wanted, matched: dict[int, int], there: Columns | None = None, *, only_blank: bool
) -> Changed:
    """What each row would change in the record (by id) that it is matched with. A blank cell never erases anything.

    `there` are the columns of the records where they are known already.
    """
    if not matched:
        return {}
    there = there or there_with(batch, wanted.noun, list(wanted.columns), "id", set(matched.values()))
    rows, records = list(matched), list(matched.values())
    # Nearly always a list comes in the order in which it came before: then whole columns are compared as they are.
    of_rows = None if rows == list(range(wanted.count)) else itemgetter(*rows, rows[0])
    of_places = None
    if records != list(there["id"]):
        place = dict(zip(there["id"], range(len(there["id"])), strict=True))
        places = list(map(place.__getitem__, records))
        of_places = itemgetter(*places, places[0])
    types = types_of(wanted.noun)
    changed: Changed = {}
    for name, values in wanted.columns.items():
        batch.check()
        new = list(values) if of_rows is None else list(of_rows(values)[:-1])
        old = list(there[name]) if of_places is None else list(of_places(there[name])[:-1])
        if new == old:
            continue
        keeps_old = only_blank or name in wanted.implied
        moves = moves_of(wanted.noun) if name == "status" and wanted.noun in _NEVER_BACK else None
        for row, a, b in zip(rows, new, old, strict=True):
            if a != b and a is not None and a != "" and not (keeps_old and b is not None and b != ""):
                if moves is not None and not moves.leads(b, a):
                    continue
                changed.setdefault(row, {})[name] = domain_of(a, types[name])
    return changed


def update(batch: BatchKeeping, wanted: Wanted, matched: dict[int, int], changed: Changed) -> None:
    """Keep the changes, and which row each came from."""
    if not changed:
        return
    edits: dict[int, dict[str, Any]] = {}
    rows: dict[int, list[int]] = {}
    for row, fields in changed.items():
        record = matched[row]
        edits[record] = edits.get(record, {}) | fields
        rows.setdefault(record, []).append(row)
        batch.wrote(wanted.noun, record, fields, wanted.place(row))
    ids = sorted(edits)
    for start in range(0, len(ids), _AT_ONCE):
        batch.check()
        records = batch.workspace.find(wanted.noun, id=ids[start : start + _AT_ONCE])
        if batch.edits is not None:
            for before in records:
                for row in rows[before.id or 0]:
                    batch.edits.changed(batch.kept.table_no, wanted.noun, before, wanted.place(row), changed[row])
        batch.step.update_many([replace(r, **edits[r.id or 0]) for r in records])
