"""The records of an audit by their number, or a refusal that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from collabdesk.domain.audits import Audit
from collabdesk.domain.findings import Finding
from collabdesk.domain.objectives import Objective
from collabdesk.domain.problems import Refused
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.records import Record
from collabdesk.domain.team_members import TeamMember

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Workspace

SETTLED = ("final", "follow_up", "closed")
OPEN_FOR_DRAFTS = frozenset({"planned", "fieldwork", "draft"})
R = TypeVar("R", bound=Record)


def audit_of(workspace: Workspace, audit: Audit | int) -> Audit:
    """The audit as it is now."""
    return _one(workspace, "audit", audit, Audit)


def finding_of(workspace: Workspace, finding: Finding | int) -> Finding:
    """The finding as it is now."""
    return _one(workspace, "finding", finding, Finding)


def named_finding(workspace: Workspace, named: str) -> Finding:
    """The finding of this number or reference; where others' findings have the same reference, ours."""
    text = named.strip()
    if text.isdigit():
        return finding_of(workspace, int(text))
    found = cast("list[Finding]", workspace.find("finding", code=text))
    ours = [f for f in found if f.audit_id is not None] or found
    if not ours:
        raise Refused(f"There is no finding {text}.", "gone")
    if len(ours) > 1:
        numbers = ", ".join(str(f.id) for f in ours)
        raise Refused(f"Several findings have the reference {text}. Give the number of one: {numbers}.", "ambiguous")
    return ours[0]


def recommendation_of(workspace: Workspace, recommendation: Recommendation | int) -> Recommendation:
    """The recommendation as it is now."""
    return _one(workspace, "recommendation", recommendation, Recommendation)


def objective_of(workspace: Workspace, objective: Objective | int) -> Objective:
    """The objective as it is now."""
    return _one(workspace, "objective", objective, Objective)


def member_of(workspace: Workspace, member: TeamMember | int) -> TeamMember:
    """The team member as it is now."""
    return _one(workspace, "team_member", member, TeamMember)


def _one(workspace: Workspace, noun: str, record: Record | int, kind: type[R]) -> R:
    number = record if isinstance(record, int) else record.id or 0
    found = workspace.get(noun, number)
    if not isinstance(found, kind):
        raise Refused(f"There is no {noun.replace('_', ' ')} {number}.", "gone")
    return found


def findings_of_audit(workspace: Workspace, audit: Audit | int) -> list[Finding]:
    """The findings of the audit by their references; those without one as they were kept."""
    number = audit if isinstance(audit, int) else audit.id
    found = cast("list[Finding]", workspace.find("finding", audit_id=number))
    return sorted(found, key=lambda f: (not f.code, f.code, f.id or 0))


def open_for_changes(audit: Audit) -> None:
    """Refuse to change what an audit says that is final."""
    if audit.status in SETTLED:
        said = audit.status.replace("_", " ")
        raise Refused(f"The audit {audit.title!r} is in {said}: what it says stands. Plan a later audit.", "settled")
