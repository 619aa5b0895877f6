"""Looks made in the test, without a file read: a table's rows as kept values, and bytes for its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from collabdesk.domain.places import Place, letters
from collabdesk.intake.staged import KeptValue, StagedColumn, StagedFile, StagedTable
from collabdesk.usecases.looking import LookOptions, Staged

Row = Mapping[str, KeptValue]


def a_table(rows: Sequence[Row], kind: str = "contribution", sheet: str = "list", currency: str = "EUR") -> StagedTable:
    """A table of these rows from row 2 on; its columns are the rows' fields in their order."""
    fields = list(dict.fromkeys(name for row in rows for name in row))
    table = StagedTable(sheet, kind, "rows", (1, 1), 2, len(rows) + 1, currency=currency)
    table.columns = [StagedColumn(letters(n), name, name, 1.0, "", Place(column=n)) for n, name in enumerate(fields, 1)]
    table.rows_accepted = len(rows)
    table.source_rows = list(range(2, len(rows) + 2))
    table.values = {name: [row.get(name, _blank(name)) for row in rows] for name in fields}
    return table


def a_look(folder: Path, name: str, *tables: StagedTable, **options: str) -> Staged:
    """A look at one file with these tables; the file itself is written, so that it can be kept."""
    path = folder / name
    path.write_text(repr([(t.sheet, t.values) for t in tables]), "utf-8")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    file = StagedFile(name, str(path), sha256, path.stat().st_size, tables=list(tables))
    return Staged([file], LookOptions(**options))


def _blank(name: str) -> KeptValue:
    return None if name.endswith(("amount", "pledged", "received", "due")) else ""
