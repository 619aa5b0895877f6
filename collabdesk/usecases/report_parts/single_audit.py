"""Gathers what imported workbooks of a US single audit hold, with the place in the file that each finding stands at."""

from __future__ import annotations

from typing import cast

from collabdesk.domain.awards import Award
from collabdesk.domain.batches import SourceFile, SourceTable
from collabdesk.domain.findings import Finding
from collabdesk.domain.follow_ups import FollowUp
from collabdesk.domain.projects import Project
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.responses import Response
from collabdesk.reporting.inputs.single_audit import SingleAudit
from collabdesk.usecases.workspace import Workspace

_FLAGS = ("modified_opinion", "other_matters", "material_weakness", "significant_deficiency", "other")


def gathered(workspace: Workspace, project: Project | None) -> SingleAudit:
    """Of one project, or of all; findings that this program's own audits drafted are none of a single audit."""
    where: dict[str, object] = {"project_id": project.id} if project else {}
    found = cast("list[Finding]", workspace.find("finding", audit_id=None, **where))
    findings = [f for f in found if f.award or f.award_id or f.requirement or any(_flags(f))]
    ids = {f.id for f in findings}
    codes = {f.code for f in findings}
    actions = cast("list[Recommendation]", workspace.find("recommendation"))
    return SingleAudit(
        findings=tuple(sorted(findings, key=lambda f: (f.code, f.award, f.id or 0))),
        awards=tuple(cast("list[Award]", workspace.find("award", **where))),
        actions=tuple(a for a in actions if a.finding_id in ids or (a.finding_id is None and a.finding in codes)),
        follow_ups=tuple(f for f in cast("list[FollowUp]", workspace.find("follow_up")) if f.finding_id in ids),
        responses=tuple(r for r in cast("list[Response]", workspace.find("response")) if r.finding_id in ids),
        places=_places(workspace, findings),
    )


def _flags(finding: Finding) -> list[bool]:
    return [getattr(finding, name) is not None for name in _FLAGS]


def _places(workspace: Workspace, findings: list[Finding]) -> dict[int, str]:
    files = {f.id: f.name for f in cast("list[SourceFile]", workspace.find("source_file"))}
    tables = {(t.batch_id, t.table_no): t for t in cast("list[SourceTable]", workspace.find("source_table"))}
    told = {}
    for finding in findings:
        table = tables.get((finding.batch_id, finding.table_no))
        if table is not None and finding.id is not None:
            told[finding.id] = f"{files.get(table.file_id, '')}[{table.sheet}!{finding.source_row}]"
    return told
