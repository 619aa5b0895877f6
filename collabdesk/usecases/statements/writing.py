"""A statement written to a file: PDF through the reporting layer, or a workbook through the one safe writer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from collabdesk.domain.figures import Figure, Source
from collabdesk.domain.problems import Refused
from collabdesk.domain.statements import Statement
from collabdesk.usecases.workspace import Workspace

_ANNEX = ("Figure", "What", "Of", "Value", "Unit", "Rule", "Inputs", "Note", "File", "SHA-256", "Sheet", "Cells",
          "Records", "Sum")  # fmt: skip


def write(workspace: Workspace, statement: Statement, path: str | Path) -> Path:
    """Write the statement with the source cells of its figures; the ending says as what: .pdf or .xlsx.

    The file appears whole or not at all. Refused for another ending, or where the place cannot be written.
    """
    place = Path(path)
    ending = place.suffix.lower()
    if ending not in (".pdf", ".xlsx"):
        raise Refused(f"{place.name}: a statement is a .pdf or an .xlsx file; name it so.", "bad-name")
    if not place.parent.is_dir():
        raise Refused(f"There is no folder {place.parent} to write the statement to.", "no-folder")
    traced = with_sources(workspace, statement)
    try:
        _pdf(traced, place) if ending == ".pdf" else _workbook(traced, place)
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


def pdf_bytes(statement: Statement) -> bytes:
    """The statement as PDF; the same statement gives the same bytes."""
    from collabdesk.reporting import pdf
    from collabdesk.reporting.statement_content import content_of
    from collabdesk.usecases.figures import rules

    return pdf.draw(content_of(statement, rules())).content


def _pdf(statement: Statement, path: Path) -> None:
    from collabdesk.whole_files import write_whole

    write_whole(path, pdf_bytes(statement))


def _workbook(statement: Statement, path: Path) -> None:
    from collabdesk.intake.writer import write_xlsx

    write_xlsx(path, [
        ("Statement", (statement.first, *statement.columns), _rows(statement)),
        ("About", ("What", "Says"), _about(statement)),
        ("Sources", _ANNEX, _sources(statement)),
    ], fits=True)  # fmt: skip


def _rows(statement: Statement) -> Iterator[list[Any]]:
    for line in statement.lines:
        yield [f"{'   ' * line.level}{line.label}", *(_value(cell) for cell in line.cells)]


def _value(cell: Figure | str) -> Any:
    """A number where the figure has one, so that a spreadsheet adds it; else why there is none."""
    if not isinstance(cell, Figure):
        return cell
    return cell.value if cell.value is not None else f"n/a: {cell.note or 'not recorded'}"


def _about(statement: Statement) -> Iterator[tuple[str, str]]:
    yield "Statement", statement.title
    yield from statement.facts
    yield "As of", statement.as_of.isoformat()
    yield "Rule pack", statement.rule_pack or "none"
    for rate in statement.rates:
        yield "Rate used", rate
    for note in statement.notes:
        yield "Note", note


def _sources(statement: Statement) -> Iterator[list[Any]]:
    for figure in statement.figures:
        inputs = "; ".join(f"{name}: {value}" for name, value in figure.inputs.items())
        said: list[Any] = [
            figure.id, figure.label, figure.detail, figure.value, figure.unit, figure.rule, inputs, figure.note or "",
        ]  # fmt: skip
        for source in figure.sources or (Source("", "", "", "", 0),):
            yield [*said, source.file or "typed by hand" if source.records else "", *_place(source)]


def _place(source: Source) -> tuple[str, str, str, int, Decimal | None]:
    return source.sha256, source.sheet, source.cells, source.records, source.total
