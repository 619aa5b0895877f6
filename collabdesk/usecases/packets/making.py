"""Makes a board packet: the PDF as issued with its tables, the evidence and the sheet of responses attached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, cast

from collabdesk.domain.dates import earliest
from collabdesk.domain.evidence import Evidence
from collabdesk.domain.findings import Finding
from collabdesk.domain.problems import Refused
from collabdesk.domain.reports import Report
from collabdesk.intake.workbooks import Page, workbook
from collabdesk.reporting.pdf_attachments import Attached, attach
from collabdesk.reporting.sheets import FINDINGS
from collabdesk.usecases import audits
from collabdesk.usecases.packets.sheet import responses_sheet
from collabdesk.usecases.reports.kept import certified_bytes, kept_bytes, putting, report_of
from collabdesk.usecases.reports.recognising import PACKET
from collabdesk.usecases.reports.tables import tables_of, tables_workbook
from collabdesk.usecases.workspace import Act, Workspace

LARGEST_FILE, LARGEST_OF_ALL = 2 * 1024 * 1024, 20 * 1024 * 1024
"""Evidence files above either are listed with their hash and left out, so that the packet can still be mailed."""


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet as written: the attached files by name, and the evidence that is listed only."""

    sha256: str
    size: int
    attached: tuple[str, ...]
    left_out: tuple[str, ...]


def make(workspace: Workspace, code: str, path: str | Path) -> Packet:
    """Write the packet of an issued report to `path` and keep it, so that `verify` knows it; the report stays as it is.

    The same report with the same evidence and answers gives the same bytes, and is kept once.
    """
    report = report_of(workspace, code)
    pdf, tables = kept_bytes(workspace, report), tables_of(workspace, report)
    findings = findings_of(workspace, report)
    files = [Attached(f"{code} tables.xlsx", tables_workbook(report, tables), "Every table of the report")]
    if findings:
        asked = [(f, next(iter(reversed(audits.responses_of(workspace, f))), None)) for f in findings]
        files.append(Attached(f"{code} responses.xlsx", responses_sheet(report, asked), "To fill in and send back"))
    certified = certified_bytes(workspace, report)
    if certified is not None:
        files.append(Attached(f"{code} signed.pdf", certified, "The report with its certificate's signature"))
    evidence, left_out = _evidence(workspace, report, findings)
    packet = attach(pdf, [*files, *evidence], earliest(report.as_of or "1970"))
    with putting(packet, path):
        sha256 = _keep(workspace, report, packet)
    return Packet(sha256, len(packet), tuple(f.name for f in (*files, *evidence)), left_out)


def findings_of(workspace: Workspace, report: Report) -> list[Finding]:
    """The findings that the report printed, as they stand now, in its order."""
    codes = [str(row[0]) for sheet in tables_of(workspace, report) if sheet.key == FINDINGS for row in sheet.rows]
    where: dict[str, object] = {"audit_id": report.audit_id} if report.audit_id else {}
    found = cast("list[Finding]", workspace.find("finding", code=codes, **where)) if codes else []
    return sorted(found, key=lambda f: codes.index(f.code))


def _evidence(
    workspace: Workspace, report: Report, findings: Iterable[Finding]
) -> tuple[list[Attached], tuple[str, ...]]:
    """The list of the evidence as a workbook with the small files behind it, and the names of those left out."""
    rows: list[list[Any]] = []
    files: list[Attached] = []
    left_out: list[str] = []
    room = LARGEST_OF_ALL
    for finding, one in audits.evidence_of_each(workspace, findings):
        content = _content(workspace, one)
        name = _unique(f"{finding.code} {PurePath(one.file_name).name}", {f.name for f in files})
        is_here = content is not None and len(content) <= min(LARGEST_FILE, room)
        if content is not None and is_here:
            files.append(Attached(name, content, f"Evidence of finding {finding.code}"))
            room -= len(content)
        else:
            left_out.append(one.file_name)
        day = earliest(one.received_on) if one.received_on else None
        rows.append([finding.code, one.title, one.kind, one.custodian, day, name if is_here else "not attached",
                     one.sha256])  # fmt: skip
    if not rows:
        return [], ()
    heads = ("Finding", "Evidence", "Kind", "Custodian", "Received", "Attached as", "SHA-256")
    listed = workbook([Page("Evidence", heads, rows)], earliest(report.as_of or "1970"), f"Evidence of {report.code}")
    return [Attached(f"{report.code} evidence.xlsx", listed, "What the findings rest on"), *files], tuple(left_out)


def _content(workspace: Workspace, evidence: Evidence) -> bytes | None:
    try:
        return workspace.file_bytes(evidence.sha256) if evidence.sha256 else None
    except Refused:
        return None


def _unique(name: str, used: set[str]) -> str:
    known, number = PurePath(name), 2
    while name in used:
        name = f"{known.stem} {number}{known.suffix}"
        number += 1
    return name


def _keep(workspace: Workspace, report: Report, packet: bytes) -> str:
    name = f"{report.code} packet.pdf"
    with workspace.changing(f"Make the board packet of {report.code}", Act.REPORT) as step:
        sha256 = step.keep_file(name, packet)
        if not workspace.count("evidence", subject="report", kind=PACKET, sha256=sha256):
            step.add(
                Evidence(subject="report", code=report.code, title=f"Board packet of {report.code}", file_name=name,
                         sha256=sha256, kind=PACKET)
            )  # fmt: skip
    return sha256
