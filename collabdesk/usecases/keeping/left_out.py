"""Rows that a person does not want: a table without them, and what became of all its rows afterwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from collabdesk.intake.staged import StagedTable

_Value = TypeVar("_Value")


def only(table: StagedTable, index: Sequence[int]) -> StagedTable:
    """The table with only the records at these places."""
    columns = table.source_columns
    return replace(
        table,
        source_rows=[table.source_rows[i] for i in index],
        source_columns=None if columns is None else [columns[i] for i in index],
        values={name: [values[i] for i in index] for name, values in table.values.items()},
    )


def spread(values: Sequence[_Value], index: Sequence[int], count: int, other: _Value) -> list[_Value]:
    """The values at their places among `count`, `other` at all the rest."""
    among = [other] * count
    for i, value in zip(index, values, strict=True):
        among[i] = value
    return among


def of_rows(table: StagedTable, outcomes: Sequence[str], left_out: Collection[int]) -> Sequence[str]:
    """One outcome a row: a row of a matrix holds several records, and is updated when they fared differently."""
    if table.layout != "matrix":
        return outcomes
    fared: dict[int, set[str]] = defaultdict(set)
    for i, (row, outcome) in enumerate(zip(table.source_rows, outcomes, strict=True)):
        if i not in left_out:
            fared[row].add(outcome)
    for i in left_out:
        if not fared[table.source_rows[i]]:
            fared[table.source_rows[i]].add("skipped")
    return [some.pop() if len(some) == 1 else "updated" for some in fared.values()]
