"""A statement written to a file: PDF through the reporting layer, or a workbook through the one safe writer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from collabdesk.domain.figures import Figure
from collabdesk.domain.problems import Refused
from collabdesk.domain.statements import Statement
from collabdesk.usecases import organisation
from collabdesk.usecases.workspace import Workspace


def write(workspace: Workspace, statement: Statement, path: str | Path) -> Path:
    """Write the statement with the source cells of its figures, in the organisation's language; the ending says as
    what: .pdf or .xlsx.

    The file appears whole or not at all. Refused for another ending, or where the place cannot be written.
    """
    place = Path(path)
    ending = place.suffix.lower()
    if ending not in (".pdf", ".xlsx"):
        raise Refused(f"{place.name}: a statement is a .pdf or an .xlsx file; name it so.", "bad-name")
    if not place.parent.is_dir():
        raise Refused(f"There is no folder {place.parent} to write the statement to.", "no-folder")
    traced = with_sources(workspace, statement)
    language = organisation.current(workspace).language or "en"
    try:
        _pdf(traced, place, language) if ending == ".pdf" else _workbook(traced, place, language)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(f"The statement could not be written to {place}: {reason}.", "not-written") from error
    return place


def with_sources(workspace: Workspace, statement: Statement) -> Statement:
    """The statement with the cells that each figure rests on."""
    from collabdesk.usecases.report_facts import with_sources as traced

    known = {figure.id: figure for figure in traced(workspace, statement.figures)}
    lines = (
        replace(line, cells=tuple(known[c.id] if isinstance(c, Figure) else c for c in line.cells))
        for line in statement.lines
    )
    return replace(statement, lines=tuple(lines))


def pdf_bytes(statement: Statement, language: str = "en") -> bytes:
    """The statement as PDF in the language; the same statement gives the same bytes."""
    from collabdesk.reporting import pdf
    from collabdesk.reporting.statement_content import content_of
    from collabdesk.usecases.figures import rules

    return pdf.draw(content_of(statement, rules(), language)).content


def _pdf(statement: Statement, path: Path, language: str) -> None:
    from collabdesk.whole_files import write_whole

    write_whole(path, pdf_bytes(statement, language))


def _workbook(statement: Statement, path: Path, language: str) -> None:
    from collabdesk.intake.writer import write_xlsx
    from collabdesk.reporting.language import writing
    from collabdesk.usecases.statements.sheets import sheets

    with writing(language):
        write_xlsx(path, sheets(statement), fits=True)
