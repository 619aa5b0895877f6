"""Which records a table's rows met: the next version of the list is compared with this one, not with the first."""

from __future__ import annotations

import json
from operator import sub
from typing import Any

from collabdesk.intake.staged import StagedTable
from collabdesk.storage.runs import Run, joined
from collabdesk.usecases.keeping.batch import TableKept

_KEY = "*met"


def met_runs(table: StagedTable, kept: TableKept) -> dict[str, Any]:
    """The met records for the mapping that is kept with a table: a file that comes again unchanged is one run."""
    columns = table.source_columns
    ids, rows = kept.ids, table.source_rows
    if columns is None and ids and "added" not in kept.outcomes and None not in ids and _is_one_run(ids, rows):
        return {_KEY: [[ids[0], rows[0], len(ids)]]}
    met = (
        (record, rows[i], columns[i] if columns else None)
        for i, record in enumerate(ids)
        if record is not None and kept.outcomes[i] != "added"
    )
    runs = [[first, row, count, *([column] if column else [])] for first, row, count, column in joined(met)]
    return {_KEY: runs} if runs else {}


def runs_of(mapping: str) -> list[Run]:
    """The runs in the mapping of a kept table."""
    if f'"{_KEY}"' not in mapping:
        return []
    return [(first, row, count, column[0] if column else None)
            for first, row, count, *column in json.loads(mapping)[_KEY]]  # fmt: skip


def _is_one_run(ids: Any, rows: Any) -> bool:
    last = len(ids) - 1
    return ids[last] - ids[0] == last == rows[last] - rows[0] and len(set(map(sub, ids, rows))) == 1
