"""The sheet of a kept file around the cells that a figure rests on, as it stands in the file."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from collabdesk.domain.figures import Source
from collabdesk.domain.places import column_number
from collabdesk.usecases.looking import SheetPage, sheet_page
from collabdesk.usecases.workspace import Workspace

MOST_ROWS = 2_000
_ABOVE = 40
_RANGE = re.compile(r"([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """Rows of a sheet from `page.first_row` on, and which (row, column) cells the figure rests on, all from 1."""

    source: Source
    page: SheetPage
    marked: frozenset[tuple[int, int]]


def marked_cells(cells: str) -> list[tuple[int, int]]:
    """`C5:C7, C20` as (row, column) pairs in order."""
    found: list[tuple[int, int]] = []
    for left, top, right, bottom in _RANGE.findall(cells):
        first, last = column_number(left), column_number(right or left)
        rows = range(int(top), int(bottom or top) + 1)
        found += [(row, column) for column in range(first, last + 1) for row in rows]
    return found


def sheet_of(workspace: Workspace, source: Source) -> SourceSheet:
    """The sheet of a source with its cells marked: up to 2,000 rows from shortly above the first of them.

    Raises Refused when the kept file cannot be read again; ValueError for records typed by hand, which have no file.
    """
    if not source.sha256:
        raise ValueError(source)
    cells = marked_cells(source.cells)
    first = min((row for row, _ in cells), default=1)
    # The head of the sheet is seen too, where it is not far away.
    first_row = 1 if first <= MOST_ROWS // 2 else first - _ABOVE
    with tempfile.TemporaryDirectory(prefix="collabdesk") as folder:
        path = Path(folder) / "source"
        path.write_bytes(workspace.file_bytes(source.sha256))
        page = sheet_page(path, source.sheet, first_row, MOST_ROWS)
    return SourceSheet(source, page, frozenset(cells))
