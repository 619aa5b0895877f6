"""Findings: write, edit, accept or dismiss one, say who owns it, and move it on until somebody else verified it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from collabdesk.domain.audits import Audit
from collabdesk.domain.dates import as_iso, today
from collabdesk.domain.findings import SEVERITIES, Finding, by_severity
from collabdesk.domain.person_names import same_person
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.usecases.audits.engagement import audits
from collabdesk.usecases.audits.records import audit_of, finding_of, findings_of_audit, open_for_changes
from collabdesk.usecases.audits.repeats import prior_of
from collabdesk.usecases.changes import Act

if TYPE_CHECKING:
    from collabdesk.domain.recommendations import Recommendation
    from collabdesk.usecases.workspace import Step, Workspace

EDITABLE = frozenset({
    "title", "criteria", "condition", "cause", "effect", "text", "severity", "questioned_known", "questioned_likely",
    "currency", "repeat", "prior_code", "figures", "objective", "owner",
})  # fmt: skip
_OPEN_TO_EDITS = ("draft", "issued", "disputed")
_DONE_WITH = ("verified", "closed", "withdrawn", "dismissed")


def findings_of(workspace: Workspace, audit: Audit | int) -> list[Finding]:
    """All findings of the audit: the accepted by their code, then the drafts, then the dismissed."""
    rank = {"draft": 1, "dismissed": 2}
    found = findings_of_audit(workspace, audit)
    return sorted(found, key=lambda f: (rank.get(f.status, 0), f.code, by_severity(f.severity), f.id or 0))


def accept_finding(workspace: Workspace, finding: Finding | int) -> Finding:
    """Issue a drafted finding: it gets its reference YYYY-NNN, the year being the audit's.

    Refused where it repeats a finding that is not there or not earlier.
    """
    finding = finding_of(workspace, finding)
    prior_of(workspace, finding)
    with workspace.changing(f"Accept finding {finding.title}", Act.AUDIT) as step:
        return cast("Finding", step.move(with_reference(workspace, step, finding), "issued"))


def with_reference(workspace: Workspace, step: Step, finding: Finding) -> Finding:
    """Within a step: the finding under its reference, the next of the year where it has none yet."""
    if finding.code:
        return finding
    return cast("Finding", step.update(replace(finding, code=_next_code(workspace, finding))))


def _next_code(workspace: Workspace, finding: Finding) -> str:
    audit = workspace.get("audit", finding.audit_id) if finding.audit_id else None
    as_of = audit.as_of if isinstance(audit, Audit) and audit.as_of else today().isoformat()
    year = as_of[:4]
    # Only our own audits number here; findings of others keep the references of their authors.
    own = [i for i in (a.id for a in audits(workspace)) if i is not None]
    known = cast("list[Finding]", workspace.find("finding", audit_id=own)) if own else []
    used = [int(f.code[5:]) for f in known if f.code[:5] == f"{year}-" and f.code[5:].isdigit()]
    return f"{year}-{max(used, default=0) + 1:03d}"


def edit_finding(workspace: Workspace, finding: Finding | int, **changes: Any) -> Finding:
    """Change what a finding says, or who owns it.

    Refused for a field that people do not edit, once it is beyond dispute or its audit is final (its owner may change
    until it is verified),
    for a repeat of no earlier finding, and for a likely questioned cost without a word on how it was estimated.
    """
    finding = finding_of(workspace, finding)
    unknown = changes.keys() - EDITABLE
    if unknown:
        raise Refused(f"These cannot be edited: {', '.join(sorted(unknown))}.", "not-editable")
    is_of_owner = changes.keys() <= {"owner"}
    if finding.audit_id and not is_of_owner:
        open_for_changes(audit_of(workspace, finding.audit_id))
    if finding.status in _DONE_WITH if is_of_owner else finding.status not in _OPEN_TO_EDITS:
        raise Refused(f"The finding is {finding.status.replace('_', ' ')}; what it says stands.", "settled")
    new = _checked(workspace, finding, changes)
    with workspace.changing(f"Edit finding {finding.code or finding.title}", Act.AUDIT) as step:
        return cast("Finding", step.update(new))


def add_finding(workspace: Workspace, audit: Audit | int, title: str, **says: Any) -> Finding:
    """A finding that a person writes by hand, as a draft of the audit. Refused as `edit_finding` is."""
    audit = audit_of(workspace, audit)
    open_for_changes(audit)
    unknown = says.keys() - EDITABLE
    if unknown or not title.strip():
        what = f"These are not known: {', '.join(sorted(unknown))}." if unknown else "A finding needs a title."
        raise Refused(what, "not-editable")
    finding = Finding(audit_id=audit.id, project_id=audit.project_id, title=title.strip())
    new = _checked(workspace, finding, says)
    with workspace.changing(f"Add finding {finding.title}", Act.AUDIT) as step:
        return cast("Finding", step.add(new))


def _checked(workspace: Workspace, finding: Finding, changes: dict[str, Any]) -> Finding:
    if changes.get("severity", finding.severity) not in (*SEVERITIES, ""):
        raise Refused(f"The severity is one of {', '.join(SEVERITIES)}.", "bad-severity")
    new = replace(finding, **changes)
    if not new.title.strip():
        raise Refused("A finding needs a title.", "no-title")
    if {"repeat", "prior_code"} & changes.keys():
        prior_of(workspace, new)
    if "objective" in changes and new.objective:
        _known_objective(workspace, new)
    return _questioning(workspace, new, changes) if {"questioned_known", "questioned_likely"} & changes.keys() else new


def _known_objective(workspace: Workspace, finding: Finding) -> None:
    codes = [o.code for o in workspace.find("objective", audit_id=finding.audit_id)]  # type: ignore[attr-defined]
    if finding.objective not in codes:
        there = ", ".join(codes) or "none yet"
        raise Refused(f"The audit has no objective {finding.objective!r}. It has: {there}.", "no-objective")


def _questioning(workspace: Workspace, finding: Finding, changes: dict[str, Any]) -> Finding:
    """The finding with its amounts' currency. Refused without one, and for an estimate that does not say its way."""
    known, likely = finding.questioned_known, finding.questioned_likely
    if any(amount is not None and amount < 0 for amount in (known, likely)):
        raise Refused("A questioned cost is not negative: it says how much is questioned.", "negative")
    if changes.get("questioned_likely") is not None and not finding.text.strip():
        raise Refused(
            "Say how the likely questioned cost was estimated: from which sample or records, and by which method.",
            "no-estimate",
        )
    if (known is None and likely is None) or finding.currency:
        return finding
    project = workspace.get("project", finding.project_id) if finding.project_id else None
    currency = project.currency if isinstance(project, Project) else ""
    if not currency:
        raise Refused("Give the currency of the questioned cost.", "no-currency")
    return replace(finding, currency=currency)


def dismiss_finding(workspace: Workspace, finding: Finding | int, reason: str) -> Finding:
    """Dismiss a draft for a reason, which is required; it does not come back for the same facts."""
    if not reason.strip():
        raise Refused("Say why the finding is dismissed: the reason stays on record.", "no-reason")
    finding = finding_of(workspace, finding)
    with workspace.changing(f"Dismiss finding {finding.title}", Act.AUDIT) as step:
        return cast("Finding", step.move(finding, "dismissed", reason.strip()))


def move_finding(workspace: Workspace, finding: Finding | int, status: str, reason: str = "", by: str = "") -> Finding:
    """Move a finding on by its table; accepting and dismissing go by their own doors.

    `by` is who verified it, the person at work where nobody is named; refused where that may be its owner.
    """
    finding = finding_of(workspace, finding)
    if status == "issued":
        return accept_finding(workspace, finding)
    if status == "dismissed":
        return dismiss_finding(workspace, finding, reason)
    if status == "withdrawn" and not reason.strip():
        raise Refused("Say why the finding is withdrawn: the reason stays on record.", "no-reason")
    who = (
        verifier(workspace, by, owners_of(workspace, finding), finding.code or finding.title)
        if status == "verified"
        else ""
    )
    with workspace.changing(f"Finding {finding.code or finding.title}: {status.replace('_', ' ')}", Act.AUDIT) as step:
        moved = cast("Finding", step.move(finding, status, reason))
        if status == "verified":
            return cast("Finding", step.update(replace(moved, verified_by=who, verified_on=as_iso(today()))))
        if status == "withdrawn":
            return cast("Finding", step.update(replace(moved, dismissed_because=reason.strip())))
        return moved


def owners_of(workspace: Workspace, finding: Finding) -> list[str]:
    """Who has to act on a finding: its owner, else those whom its recommendations are addressed to."""
    if finding.owner:
        return [finding.owner]
    found = cast("list[Recommendation]", workspace.find("recommendation", finding_id=finding.id))
    return list(dict.fromkeys(name for r in found for name in (r.addressee, r.contact) if name))


def verifier(workspace: Workspace, by: str, owners: list[str], what: str) -> str:
    """Who verified it. Refused where that may be one of those who had to act: nobody verifies their own work."""
    who = by.strip() or workspace.person
    owner = next((o for o in owners if same_person(o, who)), "")
    if owner:
        raise Refused(
            f"{what} is owned by {owner}, so {who} cannot verify it. Have somebody else look, and name that person.",
            "own-work",
        )
    return who
