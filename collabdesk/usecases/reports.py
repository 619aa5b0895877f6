"""Reports: compose one from what is on record, print it, issue it with a digest, and verify a printed one later."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import cast

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.problems import Refused
from collabdesk.domain.reports import Report
from collabdesk.reporting import outline as outlines
from collabdesk.reporting import pdf
from collabdesk.reporting.content import ReportContent
from collabdesk.usecases.report_facts import gather
from collabdesk.usecases.report_verdicts import Difference, Verdict, frozen, verify
from collabdesk.usecases.workspace import Act, Workspace

__all__ = [
    "Difference", "Verdict", "Written", "compose", "issue", "outline_names", "pdf_bytes", "verify", "write_pdf",
]  # fmt: skip

_DEFAULT, _PORTFOLIO = "performance_audit", "portfolio_audit"


@dataclass(frozen=True, slots=True)
class Written:
    """A printed report: where it is, the digest of its content, its number of pages, the SHA-256 of the file."""

    path: Path
    digest: str
    pages: int
    sha256: str


def outline_names() -> dict[str, str]:
    """Name and title of every kind of report there is."""
    return {o.name: o.title for o in outlines.all_outlines().values()}


def compose(
    workspace: Workspace,
    *,
    project_code: str | None = None,
    audit_id: int | None = None,
    outline: str = _DEFAULT,
    as_of: date,
    addressee: str = "",
) -> ReportContent:
    """The report as of the day, of a project or (None) of the portfolio; keeps nothing.

    It carries the code of the issued report that says exactly the same, or none. Without `audit_id` the latest
    audit of the subject up to that day is taken, or none. Refused for an unknown project, audit or outline.
    """
    if project_code is None and outline == _DEFAULT:
        outline = _PORTFOLIO
    if outline not in outline_names():
        raise Refused(f"There is no report called {outline!r}. There are: {', '.join(outline_names())}.", "no-outline")
    content = outlines.compose(gather(workspace, project_code, audit_id, as_of, outline, addressee))
    same = _issued(workspace, content)
    return _named(content, same.code, same.issued_at) if same else content


def _issued(workspace: Workspace, content: ReportContent) -> Report | None:
    found = cast("list[Report]", workspace.find("report", digest=content.digest))
    return found[-1] if found else None


def _named(content: ReportContent, code: str, issued_at: str) -> ReportContent:
    """The content under its code; the cover says so too, the digest does not change by it."""
    return replace(content, code=code, issued_at=issued_at)


def pdf_bytes(content: ReportContent) -> bytes:
    """The report as PDF, for the preview in the window; the same content gives the same bytes."""
    return pdf.draw(content).content


def write_pdf(content: ReportContent, path: str | Path) -> Written:
    """Print the report to `path`, whole or not at all. Refused when the place cannot be written."""
    drawn = pdf.draw(content)
    _put(drawn, Path(path))
    return Written(Path(path), content.digest, drawn.pages, _sha256(drawn.content))


def _put(drawn: pdf.Drawn, path: Path) -> None:
    if path.is_dir():
        raise Refused(f"{path} is a folder; name a file for the report.", "is-folder")
    if not path.parent.is_dir():
        raise Refused(f"There is no folder {path.parent} to write the report to.", "no-folder")
    try:
        pdf.write(drawn, path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(f"The report could not be written to {path}: {reason}.", "not-written") from error


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def issue(
    workspace: Workspace,
    *,
    project_code: str | None = None,
    audit_id: int | None = None,
    outline: str = _DEFAULT,
    as_of: date,
    path: str | Path,
    addressee: str = "",
    issued_at: str = "",
) -> Report:
    """Print the report to `path` and keep it with its code, digest and frozen figures, as one step of undo.

    A report that says exactly what an issued one says is that one: it is printed again, byte for byte, and nothing
    new is kept. Refused as `compose` and `write_pdf` are; then nothing is kept either.
    """
    content = compose(
        workspace, project_code=project_code, audit_id=audit_id, outline=outline, as_of=as_of, addressee=addressee
    )
    again = _issued(workspace, content)
    if again is not None:
        drawn = pdf.draw(content)
        # A later version of the program may draw the same content otherwise: that is a new issue.
        if _sha256(drawn.content) == again.pdf_sha256:
            _put(drawn, Path(path))
            return again
    with workspace.changing(f"Issue report of {content.subject}", Act.REPORT) as step:
        content = _named(content, _next_code(workspace, as_of), issued_at)
        drawn = pdf.draw(content)
        report = step.add(_record(content, drawn))
        _put(drawn, Path(path))
    return cast("Report", report)


def _next_code(workspace: Workspace, as_of: date) -> str:
    start = f"R-{as_of.year:04d}-"
    known = [r.code for r in cast("list[Report]", workspace.find("report")) if r.code.startswith(start)]
    used = [int(code.removeprefix(start)) for code in known if code.removeprefix(start).isdigit()]
    return f"{start}{max(used, default=0) + 1:03d}"


def _record(content: ReportContent, drawn: pdf.Drawn) -> Report:
    return Report(
        project_id=content.project_id,
        audit_id=content.audit_id,
        code=content.code,
        title=content.title,
        outline=content.outline,
        as_of=IsoDate(content.as_of.isoformat()),
        issued_at=content.issued_at,
        digest=content.digest,
        pdf_sha256=_sha256(drawn.content),
        figures=json.dumps([frozen(f) for f in content.figures], ensure_ascii=False, sort_keys=True),
        chapters=json.dumps(content.chapters(), ensure_ascii=False),
    )
