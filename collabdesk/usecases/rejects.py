"""The rows that could not be kept, as a workbook to mend and import again."""

from __future__ import annotations

from pathlib import Path

from collabdesk.domain.problems import Refused
from collabdesk.intake import reject_sheets
from collabdesk.intake.writer import write_xlsx
from collabdesk.usecases.looking import Staged

_ADVICE = (
    "Mend the cells that column Why names, leave the headers and this sheet as they are, save, and import this file: "
    "its rows join what was imported before. Row is the row in the first file; Row and Why are not read."
)
_PROJECT = " The project was named by hand: import this file for {project} too."


def write_rejects(staged: Staged, path: Path | str) -> int:
    """Write each table's rejected rows with their row and reason beside them; gives how many there are.

    After mending, that very file is read as the tables were: same kinds, columns, currencies and decimal marks. The
    file is written even when there are none, so that a script can rely on it.
    """
    rejected = [(f, t) for f in staged.files for t in f.tables if t.rejects]
    project = staged.options.project
    advice = _ADVICE + (_PROJECT.format(project=project) if project else "")
    try:
        write_xlsx(Path(path), reject_sheets.sheets(rejected, advice))
    except OSError as wrong:
        raise Refused(f"{Path(path).name} cannot be written: {wrong.strerror}.", "unwritable") from None
    return sum(len(table.rejects) for _, table in rejected)
