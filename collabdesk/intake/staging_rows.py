"""Which records of a table can be kept, and the account of those that cannot."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from collabdesk.domain.problems import Severity
from collabdesk.intake.fields.column import shown
from collabdesk.intake.found import TableFound
from collabdesk.intake.grid import Grid, Value
from collabdesk.intake.staged import BETWEEN, NUMBER, Reject, StagedTable

if TYPE_CHECKING:
    from collabdesk.intake.stage import Column


def rejected(columns: list[Column]) -> set[int]:
    """The records that an error keeps out: an amount that is none would falsify every sum it is part of."""
    return {i.index for c in columns for i in c.read.issues if i.severity is Severity.ERROR and i.index >= 0}


def fill(
    staged: StagedTable, table: TableFound, grid: Grid, columns: list[Column], bad: set[int], reason: str = ""
) -> None:
    """Source rows of the accepted records, row counts and the rejected rows with their reason.

    `reason` holds for all of `bad`; else each record's own errors say it.
    """
    anchors = table.anchors
    kept = [a for i, a in enumerate(anchors) if i not in bad] if bad else anchors
    staged.source_rows = array("q", [r for r, _ in kept])
    if kept and kept[0][1] is not None:
        staged.source_columns = array("q", [c or 0 for _, c in kept])
    staged.rows_rejected = len(bad)
    staged.rows_accepted = len(anchors) - len(bad)
    if table.layout == "matrix":
        # A row of a matrix holds several records; it counts once, as rejected when any of them is.
        bad_rows = {anchors[i][0] for i in bad}
        staged.rows_rejected = len(bad_rows)
        staged.rows_accepted = len({r for r, _ in anchors}) - len(bad_rows)
    for i in sorted(bad):
        row, column = anchors[i]
        why = reason or _own_errors(columns, i)
        staged.rejects.append(Reject(row, column, why, _packed(table, grid, row, column)))


def _packed(table: TableFound, grid: Grid, row: int, column: int | None) -> str:
    cells = (grid.at(*header.place.cell(row, column)) for header in table.headers)
    return BETWEEN.join([_text(v) for v in cells])


def _text(value: Value) -> str:
    if type(value) is float:
        return f"{NUMBER}{shown(value)}"
    return (value if type(value) is str else shown(value)).replace(BETWEEN, " ").lstrip(NUMBER)


def _own_errors(columns: list[Column], index: int) -> str:
    issues = (issue for c in columns for issue in c.read.issues)
    errors = (issue.text for issue in issues if issue.index == index and issue.severity is Severity.ERROR)
    return "; ".join(dict.fromkeys(errors))
