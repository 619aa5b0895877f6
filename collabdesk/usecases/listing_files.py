"""A list as a file: its records in the order and selection in which they are looked at, as a workbook or as csv."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from collabdesk.domain.problems import Refused
from collabdesk.intake import writer
from collabdesk.usecases.listing import HIDDEN
from collabdesk.usecases.workspace import Workspace


def write_list(workspace: Workspace, noun: str, path: Path, ids: Sequence[int] | None = None) -> int:
    """Write these records of a noun (None: all of them) to an .xlsx or .csv file, whole or not at all; how many.

    Refused for another ending and where the place cannot be written.
    """
    columns = [c for c in workspace.columns(noun) if c not in HIDDEN]
    rows = workspace.rows(noun, workspace.ids(noun) if ids is None else ids)
    cells = [[row.get(c) for c in columns] for row in rows]
    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".csv"):
        raise Refused(f"{path.name}: a list is written as an .xlsx or a .csv file; name it so.", "bad-export-name")
    try:
        if suffix == ".xlsx":
            writer.write_xlsx(path, [(noun, columns, cells)])
        else:
            writer.write_csv(path, columns, cells)
    except OSError as error:
        raise Refused(f"{path} cannot be written: {error.strerror or error}.", "not-written") from error
    return len(rows)
