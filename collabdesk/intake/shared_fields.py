"""Several columns for one field: of each row the first that is filled counts, and it is said.

Texts are joined instead, for an address may well stand in three columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from collabdesk.domain.problems import Severity
from collabdesk.intake.fields.column import Asked, ColumnRead, Issue
from collabdesk.intake.grid import Value

if TYPE_CHECKING:
    from collabdesk.intake.stage import Column

JOINED = ("text", "identifier")
Reader = Callable[[Sequence[Value], Asked], ColumnRead]


def settle(columns: list[Column], layout: str, readers: Mapping[str, Reader]) -> None:
    """Leave each record one value of each field, so that no control total counts a cell that is not kept.

    Two different amounts in one row of a list keep the row out until the person says which column counts.
    """
    groups: dict[str, list[Column]] = defaultdict(list)
    for column in columns:
        same = groups[column.asked.field]
        # The value columns of a matrix share one place, the value itself: each record has one of them.
        if column.canonical.type not in JOINED and all(column.header.place != c.header.place for c in same):
            same.append(column)
    for same in groups.values():
        for n in range(1, len(same)):
            is_error = layout == "rows" and same[n].canonical.type == "amount"
            severity = Severity.ERROR if is_error else Severity.WARNING
            _settle(same[n], same[:n], readers[same[n].canonical.type], severity)


def _settle(column: Column, earlier: list[Column], read: Reader, severity: Severity) -> None:
    rows = zip(*(c.read.values for c in earlier), strict=True)
    first = [next((v for v in row if v is not None), None) for row in rows]
    own = column.read.values
    covered = {i for i, (a, b) in enumerate(zip(first, own, strict=True)) if a is not None and b is not None}
    names = " and ".join(f"“{_said(c)}”" for c in (*earlier, column))
    issues = column.read.issues
    text = f"{names} all hold this; of each row the first that is filled counts"
    issues.append(Issue(-1, "two-columns", text.replace("all", "both") if len(earlier) == 1 else text, Severity.NOTE))
    differing = sorted(i for i in covered if first[i] != own[i])
    issues += [
        Issue(i, "two-values", f"{names} differ here: leave one of the columns out", severity) for i in differing
    ]
    if covered:
        column.cells = [None if i in covered else cell for i, cell in enumerate(column.cells)]
        column.read = read(column.cells, replace(column.asked, decimal=column.read.decimal or column.asked.decimal))
        column.read.issues = issues


def _said(column: Column) -> str:
    return " ".join(column.asked.header.split())
