"""Everything in the database as one workbook or one JSON document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.problems import Refused
from collabdesk.intake import writer
from collabdesk.usecases.listing import listed, plain
from collabdesk.usecases.workspace import Workspace
from collabdesk.whole_files import write_whole


def export(workspace: Workspace, path: Path) -> dict[str, int]:
    """Write every noun's records to `path` (.xlsx: one sheet a noun; .json) and return how many of each.

    The file appears whole or not at all. Refused for another ending.
    """
    tables = {noun: listed(workspace, noun) for noun in NOUNS}
    if path.suffix.lower() == ".xlsx":
        writer.write_xlsx(path, ((noun, columns, _cells(columns, rows)) for noun, (columns, rows) in tables.items()))
    elif path.suffix.lower() == ".json":
        document = {
            noun: [{c: plain(row[c]) for c in columns} for row in rows] for noun, (columns, rows) in tables.items()
        }
        write_whole(path, json.dumps(document, ensure_ascii=False, indent=1).encode())
    else:
        raise Refused(f"{path.name}: an export is an .xlsx or a .json file; name it so.", "bad-export-name")
    return {noun: len(rows) for noun, (_, rows) in tables.items()}


def _cells(columns: list[str], rows: list[dict[str, Any]]) -> list[list[Any]]:
    return [[row[c] for c in columns] for row in rows]
