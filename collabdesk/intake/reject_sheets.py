"""Rejected rows as sheets that are read again as their table was: one sheet a table, and one that says how.

The sheets need no finding and no guessing: their headers stand in row 1, Row and Why come first and are not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from collabdesk.domain.places import Place, letters
from collabdesk.intake.fields.column import shown
from collabdesk.intake.found import Header, TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.jobs import LookJob
from collabdesk.intake.staged import StagedTable
from collabdesk.intake.writer import Table, sheet_name

MARK = "Rejected rows"
ABOUT = "About these rows"
WHY_IGNORED = "says how the rejected rows are read"
_BEFORE = ("Row", "Why")
_HEAD = ("Sheet", "What", "Column", "Value", "Header")


@dataclass(slots=True)
class Told:
    """How one sheet of rejected rows is to be read. `fields` are (column letter, canonical field or "", header)."""

    kind: str = ""
    currency: str = ""
    decimal: str = ""
    date_order: str = ""
    fields: list[tuple[str, str, str]] = field(default_factory=list)


def sheets(named: Iterable[tuple[str, StagedTable]], advice: str) -> list[Table]:
    """The sheets of these tables' rejected rows, and last the one that says how to mend and how they are read."""
    used = {ABOUT.casefold()}
    written: list[Table] = []
    notes: list[Sequence[Any]] = [[advice], [], list(_HEAD)]
    for name, table in named:
        sheet = sheet_name(name, used)
        headers = [*_BEFORE, *(c.header for c in table.columns)]
        written.append((sheet, headers, [[r.row, r.why, *r.values] for r in table.rejects]))
        notes += [[sheet, what, "", value] for what, value in _settings(table)]
        for n, column in enumerate(table.columns, len(_BEFORE) + 1):
            notes.append([sheet, "field", letters(n), column.field or "", column.header])
    return [*(written or [(MARK, _BEFORE, [])]), (ABOUT, [MARK], notes)]


def _settings(table: StagedTable) -> list[tuple[str, str]]:
    decimals = {c.decimal for c in table.columns if c.decimal}
    orders = {c.date_order for c in table.columns} & {"dmy", "mdy"}
    told = [("kind", table.kind), ("currency", table.currency)]
    told += [("decimal", next(iter(decimals)))] if len(decimals) == 1 else []
    told += [("date_order", next(iter(orders)))] if len(orders) == 1 else []
    return [(what, value) for what, value in told if value]


def told_in(grids: Sequence[Grid]) -> dict[str, Told]:
    """What a workbook of rejected rows says of its sheets; nothing for any other file."""
    about = next((g for g in grids if g.sheet == ABOUT and g.at(1, 1) == MARK), None)
    found: dict[str, Told] = {}
    for row in about.rows if about is not None else ():
        sheet, what, column, value, header = (*(shown(v) for v in row[:5]), *[""] * (5 - len(row[:5])))
        if what == "field":
            found.setdefault(sheet, Told()).fields.append((column, value, header))
        elif what in ("kind", "currency", "decimal", "date_order"):
            setattr(found.setdefault(sheet, Told()), what, value)
    return found


def table_of(grid: Grid) -> TableFound:
    """The table of such a sheet: row 1 are its headers, every other row that says anything is a record."""
    width = len(grid.rows[0]) if grid.rows else 0
    headers = [
        Header(shown(grid.at(1, c)), Place(column=c), (1, c), c in grid.hidden_columns)
        for c in range(len(_BEFORE) + 1, width + 1)
    ]
    anchors: list[tuple[int, int | None]] = [
        (r, None) for r in range(2, len(grid.rows) + 1) if any(v is not None for v in grid.rows[r - 1][len(_BEFORE) :])
    ]
    return TableFound(grid.sheet, "rows", (1, 1), 2, len(grid.rows), headers, anchors)


def job_for(job: LookJob, told: Told) -> LookJob:
    """The job with what is told of its sheet; what the person says now goes before it."""
    said = {h.partition("!")[2] or h for h in job.overrides}
    mine = {f"[{letter}]": name for letter, name, header in told.fields if not {header, f"[{letter}]"} & said}
    return replace(
        job,
        overrides={**mine, **job.overrides},
        kind=job.kind or told.kind or None,
        currency=job.currency or told.currency,
        decimal=job.decimal or told.decimal,
        date_order=job.date_order or told.date_order,
    )
