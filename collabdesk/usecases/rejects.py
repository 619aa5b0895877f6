"""The rows that could not be kept, as a workbook to mend and import again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from collabdesk.domain.problems import Refused
from collabdesk.intake.writer import write_xlsx
from collabdesk.usecases.looking import Staged


def write_rejects(staged: Staged, path: Path | str) -> int:
    """Write each table's rejected rows with their row and reason beside them; gives how many there are.

    The file is written even when there are none, so that a script can rely on it.
    """
    tables = []
    count = 0
    for file in staged.files:
        for table in file.tables:
            if not table.rejects:
                continue
            headers = ["Row", "Why", *(c.header for c in table.columns)]
            rows: list[Sequence[Any]] = [[r.row, r.why, *r.texts] for r in table.rejects]
            count += len(rows)
            tables.append((table.sheet or file.name, headers, rows))
    if not tables:
        tables = [("Rejected rows", ["Row", "Why"], [])]
    try:
        write_xlsx(Path(path), tables)
    except OSError as wrong:
        raise Refused(f"{Path(path).name} cannot be written: {wrong.strerror}.", "unwritable") from None
    return count
