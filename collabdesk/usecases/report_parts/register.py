"""Gathers every finding and recommendation, with the audit it is of and the day it counts from."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import cast

from collabdesk.domain.audits import Audit
from collabdesk.domain.dates import earliest
from collabdesk.domain.findings import Finding
from collabdesk.domain.follow_ups import FollowUp
from collabdesk.domain.projects import Project
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.responses import Response
from collabdesk.reporting.inputs.register import Register, RegisteredAction, RegisteredFinding
from collabdesk.usecases.workspace import Workspace

_NOT_YET = frozenset({"draft", "dismissed"})


def gathered(workspace: Workspace, project: Project | None) -> Register:
    """Of one project, or of all; drafts and dismissed ones are none of the auditee's concern yet."""
    where: dict[str, object] = {"project_id": project.id} if project else {}
    found = [f for f in cast("list[Finding]", workspace.find("finding", **where)) if f.status not in _NOT_YET]
    audits = {a.id: a for a in cast("list[Audit]", workspace.find("audit"))}
    names = {p.id: p.acronym or p.code for p in cast("list[Project]", workspace.find("project"))}
    stances = {r.finding_id: r.stance for r in cast("list[Response]", workspace.find("response"))}
    outcomes = {f.finding_id: f.outcome for f in cast("list[FollowUp]", workspace.find("follow_up"))}
    ids = {f.id: f for f in found}
    actions = [a for a in cast("list[Recommendation]", workspace.find("recommendation", **where))
               if a.finding_id in ids or (a.finding_id is None and a.finding)]  # fmt: skip
    answered = Counter(a.finding_id for a in actions)
    rows = [
        RegisteredFinding(
            finding=f,
            project=names.get(f.project_id, ""),
            audit=audits[f.audit_id].title if f.audit_id in audits else "",
            since=_since(audits.get(f.audit_id)),
            stance=stances.get(f.id, ""),
            outcome=outcomes.get(f.id, ""),
            actions=answered[f.id],
        )
        for f in found
    ]
    return Register(
        findings=tuple(sorted(rows, key=_oldest_first)),
        actions=tuple(
            RegisteredAction(
                action=a,
                project=names.get(a.project_id, ""),
                finding=ids[a.finding_id].code if a.finding_id in ids else a.finding,
            )
            for a in sorted(actions, key=lambda a: (a.due or "9999", a.finding, a.id or 0))
        ),
    )


def _since(audit: Audit | None) -> date | None:
    return earliest(audit.as_of) if audit and audit.as_of else None


def _oldest_first(row: RegisteredFinding) -> tuple[date, str, str, int]:
    return (row.since or date.min, row.project, row.finding.code, row.finding.id or 0)
