"""Issuing a report: printed, and kept with its code, digest, frozen figures, tables and its very bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.problems import Refused
from collabdesk.domain.reports import Report
from collabdesk.reporting import pdf
from collabdesk.reporting.content import ReportContent
from collabdesk.usecases.reports.composing import Asked, content_of, named, same_report, settings_of
from collabdesk.usecases.reports.kept import kept_bytes, put, putting, sha256_of
from collabdesk.usecases.reports.tables import TABLES, frozen_tables
from collabdesk.usecases.reports.verdicts import frozen
from collabdesk.usecases.workspace import Act, Workspace


@dataclass(frozen=True, slots=True)
class Written:
    """A printed report: where it is, the digest of its content, its number of pages, the SHA-256 of the file."""

    path: Path
    digest: str
    pages: int
    sha256: str


def drawn(content: ReportContent) -> pdf.Drawn:
    """The report as PDF with the places of its figures, for the preview in the window."""
    return pdf.draw(content)


def pdf_bytes(content: ReportContent) -> bytes:
    """The report as PDF, for the preview in the window; the same content gives the same bytes."""
    return pdf.draw(content).content


def write_pdf(content: ReportContent, path: str | Path) -> Written:
    """Print the report to `path`, whole or not at all. Refused when the place cannot be written."""
    drawn = pdf.draw(content)
    put(drawn.content, path)
    return Written(Path(path), content.digest, drawn.pages, sha256_of(drawn.content))


def issue(workspace: Workspace, *, path: str | Path, issued_at: str = "", **what: Any) -> Report:
    """Print the report to `path` and keep it with its code, digest, figures and bytes, as one step of undo.

    `what` are the fields of Asked. A report that says exactly what an issued one says is that one: its kept file is
    printed again, byte for byte, whatever version of the program drew it, and nothing new is kept. Refused as
    `compose` and `write_pdf` are; then nothing is kept either.
    """
    asked = Asked(**what)
    content = content_of(workspace, asked)
    again = same_report(workspace, content)
    if again is not None and (known := _bytes_of(workspace, again, content)):
        put(known, path)
        return again
    with ExitStack() as after, workspace.changing(f"Issue report of {content.subject}", Act.REPORT) as step:
        content = named(content, next_code(workspace, asked.as_of), issued_at)
        drawn = pdf.draw(content)
        step.keep_file(f"{content.code}.pdf", drawn.content)
        tables = step.keep_file(f"{content.code} tables.json", frozen_tables(content))
        report = step.add(_record({**settings_of(workspace, asked), TABLES: tables}, asked, content, drawn.content))
        after.enter_context(putting(drawn.content, path))
    return cast("Report", report)


def _bytes_of(workspace: Workspace, report: Report, content: ReportContent) -> bytes | None:
    try:
        return kept_bytes(workspace, report)
    except Refused:  # issued by an early version, which kept no bytes: drawn again, if it still draws the same
        drawn = pdf.draw(named(content, report.code, report.issued_at)).content
        return drawn if sha256_of(drawn) == report.pdf_sha256 else None


def next_code(workspace: Workspace, as_of: date) -> str:
    """The next code of a report of that year, such as R-2026-004."""
    start = f"R-{as_of.year:04d}-"
    known = [r.code for r in cast("list[Report]", workspace.find("report")) if r.code.startswith(start)]
    used = [int(code.removeprefix(start)) for code in known if code.removeprefix(start).isdigit()]
    return f"{start}{max(used, default=0) + 1:03d}"


def _record(settings: Mapping[str, str], asked: Asked, content: ReportContent, drawn: bytes) -> Report:
    return Report(
        project_id=content.project_id,
        audit_id=content.audit_id,
        code=content.code,
        title=content.title,
        outline=content.outline,
        as_of=IsoDate(content.as_of.isoformat()),
        issued_at=content.issued_at,
        digest=content.digest,
        pdf_sha256=sha256_of(drawn),
        figures=json.dumps([frozen(f) for f in content.figures], ensure_ascii=False, sort_keys=True),
        chapters=json.dumps(content.chapters(), ensure_ascii=False),
        settings=json.dumps(settings, ensure_ascii=False, sort_keys=True),
        language=content.language[:2],
        addressee=asked.addressee,
        supersedes=asked.supersedes,
    )
