"""How an earlier import read its file, taken from the account that was kept of it."""

from __future__ import annotations

import json
from typing import Any, cast

from collabdesk.domain.batches import Batch, SourceFile, SourceTable
from collabdesk.intake.confirmed import ColumnReading, Reading
from collabdesk.usecases.profiles.content import Content
from collabdesk.usecases.workspace import Workspace


def earlier(workspace: Workspace, file_name: str) -> Content | None:
    """The latest import of a file of this name, with or without its ending; None where there was none."""
    files = cast(list[SourceFile], workspace.find("source_file"))
    named = [f for f in files if file_name in (f.name, f.name.rpartition(".")[0])]
    if not named:
        return None
    batch = cast(Batch, workspace.get("batch", cast(int, named[-1].batch_id)))
    tables = cast(list[SourceTable], workspace.find("source_table", file_id=named[-1].id))
    readings = tuple(_reading(json.loads(table.account)) for table in tables)
    return Content(named[-1].name, "", batch.at, batch.by, readings)


def files_imported(workspace: Workspace) -> list[str]:
    """The names of the files that were imported, the latest first, each once."""
    files = cast(list[SourceFile], workspace.find("source_file"))
    return list(dict.fromkeys(f.name for f in reversed(files)))


def _reading(told: dict[str, Any]) -> Reading:
    first, last = told["header_rows"]
    # All of it was accepted: a column that was left open then is left open now.
    columns = [(c["letter"], c["header"], c.get("field", "")) for c in told["columns"] + told["unmapped"]]
    return Reading(
        (told["sheet"],),
        told["kind"],
        told["layout"],
        last - first + 1,
        tuple(ColumnReading(header or f"[{letter}]", field) for letter, header, field in sorted(columns, key=_place)),
        currency=told["currency"] or "" if told["currency_from"] in ("option", "profile", "funder") else "",
    )


def _place(column: tuple[str, str, str]) -> tuple[int, str]:
    letters = column[0].rstrip("0123456789")
    return int(column[0][len(letters) :] or 0), letters.rjust(4)
