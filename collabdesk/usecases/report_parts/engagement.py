"""Gathers what the report of an audit says of the engagement itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from collabdesk.domain.audits import Audit
from collabdesk.domain.findings import Finding
from collabdesk.domain.responses import Response
from collabdesk.reporting.inputs.engagement import EarlierFinding, Engagement, EvidenceFile
from collabdesk.usecases import audits
from collabdesk.usecases.audits.criteria_used import load_set
from collabdesk.usecases.workspace import Workspace


def gathered(workspace: Workspace, audit: Audit | None, findings: Iterable[Finding]) -> Engagement:
    """Of the audit with the findings that are printed; nothing where there is no audit."""
    if audit is None:
        return Engagement()
    printed = tuple(findings)
    files = audits.evidence_of_each(workspace, printed)
    chosen = load_set(workspace, audit.criteria_set)
    return Engagement(
        objectives=tuple(audits.objectives_of(workspace, audit)),
        team=tuple(audits.team_of(workspace, audit)),
        ratings=tuple(audits.ratings_of(workspace, audit)),
        scale=audits.scale_of(workspace, audit),
        scale_note=chosen.scale_note,
        responses=tuple(_responses(workspace, printed)),
        evidence=tuple(
            EvidenceFile(number=f"E{number}", finding_id=finding.id, finding=finding.code, file=file)
            for number, (finding, file) in enumerate(files, 1)
        ),
        earlier=tuple(
            EarlierFinding(finding=e.finding, audit=e.title, outcome=e.outcome, actions=e.recommendations)
            for e in audits.earlier_findings(workspace, audit)
        ),
    )


def _responses(workspace: Workspace, findings: tuple[Finding, ...]) -> Iterable[Response]:
    ids = [f.id for f in findings]
    order = {number: n for n, number in enumerate(ids)}
    found = cast("list[Response]", workspace.find("response", finding_id=ids)) if ids else []
    return sorted(found, key=lambda r: order[r.finding_id])
