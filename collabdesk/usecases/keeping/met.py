"""Which records a table's rows met: the next version of the list is compared with this one, not with the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import sub

from collabdesk.intake.staged import StagedTable
from collabdesk.usecases.keeping.batch import TableKept

Run = list[int]
"""First id, first row, how many (neighbours by id and by row), and, where a record has one, its column."""


def met_runs(table: StagedTable, kept: TableKept) -> list[Run]:
    """The met records as runs: a file that comes again unchanged is one run."""
    index: Sequence[int] = [i for i, outcome in enumerate(kept.outcomes) if outcome != "added"]
    index = [i for i in index if kept.ids[i] is not None]
    if not index:
        return []
    ids = [kept.ids[i] or 0 for i in index]
    rows = [table.source_rows[i] for i in index]
    columns = table.source_columns
    if columns is not None:
        return [[i, row, 1, columns[n]] for i, row, n in zip(ids, rows, index, strict=True)]
    if len(set(map(sub, ids, rows))) == 1 and ids[-1] - ids[0] == len(ids) - 1:
        return [[ids[0], rows[0], len(ids)]]
    breaks = [n for n, (a, b) in enumerate(pairwise(zip(ids, rows, strict=True)), 1) if _is_break(a, b)]
    return [[ids[a], rows[a], b - a] for a, b in pairwise([0, *breaks, len(ids)])]


def _is_break(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] != one[0] + 1 or other[1] != one[1] + 1


def places_of(runs: Sequence[Run]) -> Iterator[tuple[int, int, int | None]]:
    """Each met record's id, row and column."""
    for first, row, count, *column in runs:
        for n in range(count):
            yield first + n, row + n, column[0] if column else None
