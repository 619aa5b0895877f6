"""Evidence for a finding: files kept under their SHA-256, handed out again only as they were."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from collabdesk.domain.evidence import Evidence
from collabdesk.domain.findings import Finding
from collabdesk.domain.problems import Refused
from collabdesk.usecases.audits.records import finding_of
from collabdesk.usecases.changes import Act
from collabdesk.usecases.plan.evidence import Proof, content, keep

if TYPE_CHECKING:
    from collections.abc import Iterable

    from collabdesk.usecases.workspace import Workspace

SUBJECT = "finding"
_UNSETTLED = ("withdrawn", "dismissed")


def attach(
    workspace: Workspace,
    finding: Finding | int,
    path: str | Path,
    *,
    title: str = "",
    kind: str = "",
    custodian: str = "",
    note: str = "",
    received_on: date | None = None,
) -> Evidence:
    """Keep a file as evidence for a finding.

    Refused for a file that cannot be read, is empty or too large, or that is attached to the finding already.
    """
    finding = finding_of(workspace, finding)
    place = Path(path)
    try:
        body = place.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        raise Refused(f"{place} cannot be read as evidence: {why}. Choose a file that is there.", "no-file") from error
    return attach_bytes(workspace, finding, Proof(place.name, body, title, kind, custodian, note), received_on)


def attach_bytes(
    workspace: Workspace, finding: Finding | int, proof: Proof, received_on: date | None = None
) -> Evidence:
    """As `attach`, for a file that was read already."""
    finding = finding_of(workspace, finding)
    named = finding.code or finding.title
    if finding.status in _UNSETTLED:
        raise Refused(f"The finding is {finding.status}; evidence for it proves nothing.", "settled")
    digest = hashlib.sha256(proof.content).hexdigest()
    if any(e.sha256 == digest for e in evidence_of(workspace, finding)):
        raise Refused(
            f"{proof.name} is evidence of {named} already: a file with the same SHA-256 is attached.", "twice"
        )
    with workspace.changing(f"Add evidence of {named}", Act.AUDIT) as step:
        # The reference comes only when the finding is issued; its number is there from the start.
        return keep(step, finding.project_id, SUBJECT, str(finding.id), proof, received_on)


def evidence_of(workspace: Workspace, finding: Finding) -> list[Evidence]:
    """The files attached to a finding, also those recorded under its reference."""
    found = cast("list[Evidence]", workspace.find("evidence", subject=SUBJECT, code=[str(finding.id)]))
    if finding.code:
        where = {"subject": SUBJECT, "code": finding.code, "project_id": finding.project_id}
        found += cast("list[Evidence]", workspace.find("evidence", **where))
    return found


def evidence_of_each(workspace: Workspace, findings: Iterable[Finding]) -> list[tuple[Finding, Evidence]]:
    """The files of many findings, in the order of the findings."""
    asked = list(findings)
    numbers, codes = [str(f.id) for f in asked], [f.code for f in asked if f.code]
    there = cast("list[Evidence]", workspace.find("evidence", subject=SUBJECT, code=[*numbers, *codes]))
    by_code: dict[str, list[Evidence]] = defaultdict(list)
    for one in there:
        by_code[one.code].append(one)
    found = []
    for finding in asked:
        found += [(finding, one) for one in by_code[str(finding.id)]]
        if finding.code:
            found += [(finding, one) for one in by_code[finding.code] if one.project_id == finding.project_id]
    return found


def save(workspace: Workspace, evidence: Evidence, path: str | Path, *, replaces: bool = False) -> Path:
    """Write the file as it was kept to `path`, or into that folder under its own name.

    Refused where it is not kept or not as it was, and, unless it `replaces` what is there, where a file is.
    """
    body = content(workspace, evidence)
    place = Path(path)
    if place.is_dir():
        place = place / Path(evidence.file_name or "evidence").name
    try:
        with place.open("wb" if replaces else "xb") as file:
            file.write(body)
    except FileExistsError as error:
        raise Refused(f"{place} is there already. Choose another name.", "is-there") from error
    except OSError as error:
        raise Refused(f"{place} cannot be written: {error.strerror or error}.", "not-written") from error
    return place


def compare_with(workspace: Workspace, evidence: Evidence, path: str | Path) -> None:
    """Refused where the file at `path` is missing or is not, byte for byte, the one that was kept."""
    content(workspace, evidence)
    place = Path(path)
    try:
        digest = hashlib.sha256(place.read_bytes()).hexdigest()
    except OSError as error:
        raise Refused(f"{place} cannot be read: {error.strerror or error}.", "no-file") from error
    if digest != evidence.sha256:
        raise Refused(
            f"{place.name} is not the file that was kept: its SHA-256 is {digest[:16]}…, the kept one has"
            f" {evidence.sha256[:16]}….",
            "changed",
        )
