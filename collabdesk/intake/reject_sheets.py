"""Rejected rows as sheets that are read again as their table was: one sheet a table, and one that says how.

The sheets need no finding and no guessing: their headers stand in row 1, Row and Why come first and are not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from collabdesk.domain.places import Place, letters
from collabdesk.intake.fields.column import shown
from collabdesk.intake.found import Header, TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.jobs import LookJob
from collabdesk.intake.staged import Reject, StagedFile, StagedTable
from collabdesk.intake.writer import Table, sheet_name

MARK = "Rejected rows"
ABOUT = "About these rows"
WHY_IGNORED = "says how the rejected rows are read"
_BEFORE = ("Row", "Why")
_FROM = "from"
_HEAD = ("Sheet", "What", "Column", "Value", "Header")


@dataclass(slots=True)
class Told:
    """How one sheet of rejected rows is to be read. `fields` are (column letter, canonical field or "", header),
    `mends` the (file, SHA-256, sheet) that the rows come from."""

    kind: str = ""
    currency: str = ""
    decimal: str = ""
    date_order: str = ""
    fields: list[tuple[str, str, str]] = field(default_factory=list)
    mends: list[tuple[str, str, str]] = field(default_factory=list)


def sheets(rejected: Iterable[tuple[StagedFile, StagedTable]], advice: str) -> list[Table]:
    """The sheets of these tables' rejected rows, and last the one that says how to mend and how they are read."""
    used = {ABOUT.casefold()}
    written: list[Table] = []
    notes: list[Sequence[Any]] = [[advice], [], list(_HEAD)]
    for file, table in rejected:
        sheet = sheet_name(table.sheet or PurePath(file.name).stem, used)
        columns = _columns(table)
        headers = [*_BEFORE, *(header for _, header, _ in columns)]
        written.append((sheet, headers, [[r.row, r.why, *_values(r, columns)] for r in table.rejects]))
        notes += [[sheet, what, "", value] for what, value in _settings(table)]
        # What was rejected a second time belongs to the first file and to the one that was mended.
        for name, sha256, first_sheet in (*table.mends, (file.name, file.sha256, table.sheet)):
            notes.append([sheet, _FROM, first_sheet, sha256, name])
        for n, (_, header, field_name) in enumerate(columns, len(_BEFORE) + 1):
            notes.append([sheet, "field", letters(n), field_name, header])
    return [*(written or [(MARK, _BEFORE, [])]), (ABOUT, [MARK], notes)]


_Column = tuple[int, str, str]
"""Its place in the table, its header, its canonical field or ""."""


def _columns(table: StagedTable) -> list[_Column]:
    """The table's columns; of a matrix each field once, for a rejected record is one of its values."""
    if table.layout != "matrix":
        return [(n, c.header, c.field or "") for n, c in enumerate(table.columns)]
    found: list[_Column] = []
    for n, column in enumerate(table.columns):
        is_beside = column.place.column is not None
        if column.field and column.field not in {name for _, _, name in found}:
            header = column.header if is_beside else column.field.rpartition(".")[2].replace("_", " ").capitalize()
            found.append((n, header, column.field))
        elif not column.field and is_beside:
            found.append((n, column.header, ""))
    return found


def _values(reject: Reject, columns: Sequence[_Column]) -> list[str | float]:
    values = reject.values
    return [values[n] for n, _, _ in columns]


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
        elif what == _FROM:
            found.setdefault(sheet, Told()).mends.append((header, value, column))
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
