"""Audits: plan one, draft its findings from the figures, accept, edit or dismiss them, recommend, and follow up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, cast

from collabdesk.auditing import criteria_sets
from collabdesk.auditing.drafting import portfolio_findings, project_findings
from collabdesk.domain.audits import STATUSES as AUDIT_MOVES
from collabdesk.domain.audits import Audit
from collabdesk.domain.dates import IsoDate, earliest, in_words
from collabdesk.domain.findings import SEVERITIES, Finding
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.recommendations import Recommendation
from collabdesk.usecases.facts import gather, gather_each
from collabdesk.usecases.listing import project_id
from collabdesk.usecases.workspace import Act, Step, Workspace

EDITABLE = frozenset({
    "title", "criteria", "condition", "cause", "effect", "text", "severity", "questioned_known", "questioned_likely",
    "currency", "repeat", "prior_code", "figures",
})  # fmt: skip
PRIORITIES = ("high", "medium", "low")
_OPEN_FOR_DRAFTS = frozenset({"planned", "fieldwork", "draft"})


def plan(  # noqa: PLR0913 (an engagement is described by many words; all but three are named)
    workspace: Workspace,
    project_code: str | None,
    title: str,
    as_of: date,
    *,
    period_start: date | None = None,
    period_end: date | None = None,
    objectives: str = "",
    scope: str = "",
    criteria_set: str = "three_es",
    team: str = "",
    limitations: str = "",
) -> Audit:
    """A new audit of a project, or of the portfolio (None), as of a day. Refused for an unknown project or set."""
    chosen = criteria_sets.load(criteria_set)
    project = None if project_code is None else project_id(workspace, project_code)
    name = title.strip() or f"Performance audit as of {in_words(as_of.isoformat())}"
    audit = Audit(
        project_id=project,
        title=name,
        as_of=IsoDate(as_of.isoformat()),
        period_start=_iso(period_start),
        period_end=_iso(period_end),
        objectives=objectives or f"To assess {chosen.title.lower()}",
        scope=scope,
        criteria_set=chosen.key,
        team=team,
        limitations=limitations,
    )
    with workspace.changing(f"Plan audit {name}", Act.AUDIT) as step:
        return cast("Audit", step.add(audit))


def draft_findings(workspace: Workspace, audit: Audit | int) -> list[Finding]:
    """Draft the audit's findings anew, as one step of undo, and give all its findings that are still drafts.

    A draft dismissed before does not come back for the same facts; an issued one is not drafted again; a draft
    that nobody has edited is renewed or taken away when the facts have changed. Refused once the audit is past
    its draft.
    """
    audit = _audit(workspace, audit)
    if audit.status not in _OPEN_FOR_DRAFTS:
        raise Refused(
            f"The audit {audit.title!r} is {audit.status}: its findings are settled. Plan a new one.", "settled"
        )
    drafted = _drafted(workspace, audit)
    decided = _decided(workspace, audit)
    mine = findings_of(workspace, audit)
    untouched = {(f.criterion, f.project_id, f.facts): f for f in mine if f.status == "draft" and f.criterion}
    with workspace.changing(f"Draft findings of {audit.title}", Act.AUDIT) as step:
        if audit.status == "planned":
            step.move(audit, "fieldwork")
        for draft in drafted:
            key = (draft.criterion, draft.project_id, draft.facts)
            if key not in decided and untouched.pop(key, None) is None:
                step.add(replace(draft, audit_id=audit.id))
        for stale in untouched.values():
            if stale.version == 1:
                step.delete(stale)
    return [f for f in findings_of(workspace, audit) if f.status == "draft"]


def _drafted(workspace: Workspace, audit: Audit) -> list[Finding]:
    as_of = earliest(audit.as_of or _today())
    chosen = criteria_sets.load(audit.criteria_set)
    if audit.project_id is not None:
        project = cast("Project", workspace.get("project", audit.project_id))
        return project_findings(gather(workspace, project, as_of), chosen)
    return portfolio_findings(gather(workspace, None, as_of), gather_each(workspace, as_of), chosen)


def _decided(workspace: Workspace, audit: Audit) -> set[tuple[str, int | None, str]]:
    """What was dismissed in any audit, or has left the draft in this one: (criterion, project, facts)."""
    dismissed = cast("list[Finding]", workspace.find("finding", status="dismissed"))
    own = [f for f in findings_of(workspace, audit) if f.status != "draft"]
    return {(f.criterion, f.project_id, f.facts) for f in (*dismissed, *own) if f.criterion}


def findings_of(workspace: Workspace, audit: Audit | int) -> list[Finding]:
    """All findings of the audit: the accepted by their code, then the drafts, then the dismissed."""
    number = audit if isinstance(audit, int) else audit.id
    found = cast("list[Finding]", workspace.find("finding", audit_id=number))
    rank = {"draft": 1, "dismissed": 2}
    return sorted(found, key=lambda f: (rank.get(f.status, 0), f.code, _severity_rank(f.severity), f.id or 0))


def recommendations_of(workspace: Workspace, finding: Finding | int) -> list[Recommendation]:
    """The recommendations and corrective actions of a finding."""
    number = finding if isinstance(finding, int) else finding.id
    return cast("list[Recommendation]", workspace.find("recommendation", finding_id=number))


def audits(workspace: Workspace, project_code: str | None = None) -> list[Audit]:
    """All audits, the latest first; of one project where a code is given."""
    where = {} if project_code is None else {"project_id": project_id(workspace, project_code)}
    found = cast("list[Audit]", workspace.find("audit", **where))
    return sorted(found, key=lambda a: (a.as_of or "", a.id or 0), reverse=True)


def accept_finding(workspace: Workspace, finding: Finding | int) -> Finding:
    """Issue a drafted finding: it gets its reference YYYY-NNN, the year being the audit's."""
    finding = _finding(workspace, finding)
    with workspace.changing(f"Accept finding {finding.title}", Act.AUDIT) as step:
        if not finding.code:
            finding = cast("Finding", step.update(replace(finding, code=_next_code(workspace, finding))))
        return cast("Finding", step.move(finding, "issued"))


def _next_code(workspace: Workspace, finding: Finding) -> str:
    audit = workspace.get("audit", finding.audit_id) if finding.audit_id else None
    as_of = audit.as_of if isinstance(audit, Audit) and audit.as_of else _today()
    year = as_of[:4]
    # Only our own audits number here; findings of others keep the references of their authors.
    own = [i for i in (a.id for a in audits(workspace)) if i is not None]
    known = cast("list[Finding]", workspace.find("finding", audit_id=own)) if own else []
    used = [int(f.code[5:]) for f in known if f.code[:5] == f"{year}-" and f.code[5:].isdigit()]
    return f"{year}-{max(used, default=0) + 1:03d}"


def edit_finding(workspace: Workspace, finding: Finding | int, **changes: Any) -> Finding:
    """Change what a finding says. Refused for a field that people do not edit, or once it is beyond dispute."""
    finding = _finding(workspace, finding)
    unknown = changes.keys() - EDITABLE
    if unknown:
        raise Refused(f"These cannot be edited: {', '.join(sorted(unknown))}.", "not-editable")
    if changes.get("severity", finding.severity) not in (*SEVERITIES, ""):
        raise Refused(f"The severity is one of {', '.join(SEVERITIES)}.", "bad-severity")
    if finding.status not in ("draft", "issued", "disputed"):
        raise Refused(f"The finding is {finding.status}; what it says stands.", "settled")
    with workspace.changing(f"Edit finding {finding.code or finding.title}", Act.AUDIT) as step:
        return cast("Finding", step.update(replace(finding, **changes)))


def add_finding(workspace: Workspace, audit: Audit | int, title: str, **says: Any) -> Finding:
    """A finding that a person writes by hand, as a draft of the audit."""
    audit = _audit(workspace, audit)
    unknown = says.keys() - EDITABLE
    if unknown or not title.strip():
        what = f"These are not known: {', '.join(sorted(unknown))}." if unknown else "A finding needs a title."
        raise Refused(what, "not-editable")
    finding = Finding(audit_id=audit.id, project_id=audit.project_id, title=title.strip(), **says)
    with workspace.changing(f"Add finding {finding.title}", Act.AUDIT) as step:
        return cast("Finding", step.add(finding))


def dismiss_finding(workspace: Workspace, finding: Finding | int, reason: str) -> Finding:
    """Dismiss a draft for a reason, which is required; it does not come back for the same facts."""
    if not reason.strip():
        raise Refused("Say why the finding is dismissed: the reason stays on record.", "no-reason")
    finding = _finding(workspace, finding)
    with workspace.changing(f"Dismiss finding {finding.title}", Act.AUDIT) as step:
        return cast("Finding", step.move(finding, "dismissed", reason.strip()))


def recommend(
    workspace: Workspace,
    finding: Finding | int,
    text: str,
    addressee: str,
    due: date | None = None,
    priority: str = "medium",
) -> Recommendation:
    """Recommend something to somebody by a day. Refused without text or addressee, or on a dismissed finding."""
    finding = _finding(workspace, finding)
    if not text.strip() or not addressee.strip():
        raise Refused("A recommendation says what is to be done, and by whom.", "no-addressee")
    if priority not in PRIORITIES:
        raise Refused(f"The priority is one of {', '.join(PRIORITIES)}.", "bad-priority")
    if finding.status in ("dismissed", "withdrawn"):
        raise Refused(f"The finding is {finding.status}; nothing follows from it.", "settled")
    recommendation = Recommendation(
        finding_id=finding.id,
        project_id=finding.project_id,
        finding=finding.code,
        text=text.strip(),
        addressee=addressee.strip(),
        due=_iso(due),
        priority=priority,
    )
    with workspace.changing(f"Recommend on {finding.code or finding.title}", Act.AUDIT) as step:
        return cast("Recommendation", step.add(recommendation))


def answer(workspace: Workspace, finding: Finding | int, *, agrees: bool) -> Finding:
    """The auditee's answer to an issued finding: it is agreed, or disputed."""
    return move_finding(workspace, finding, "agreed" if agrees else "disputed")


def move_audit(workspace: Workspace, audit: Audit | int, status: str, reason: str = "") -> Audit:
    """Move the audit on. Refused where its table of moves, or a finding still undecided, forbids it."""
    audit = _audit(workspace, audit)
    AUDIT_MOVES.check(audit.status, status)
    undecided = sum(f.status == "draft" for f in findings_of(workspace, audit))
    if status == "response" and undecided:
        raise Refused(f"{undecided} findings are still drafts: accept or dismiss each first.", "drafts-open")
    with workspace.changing(f"Audit {audit.title}: {status.replace('_', ' ')}", Act.AUDIT) as step:
        return cast("Audit", step.move(audit, status, reason))


def move_finding(workspace: Workspace, finding: Finding | int, status: str, reason: str = "") -> Finding:
    """Move a finding on by its table; accepting and dismissing go by their own doors."""
    finding = _finding(workspace, finding)
    if status == "issued":
        return accept_finding(workspace, finding)
    if status == "dismissed":
        return dismiss_finding(workspace, finding, reason)
    if status == "withdrawn" and not reason.strip():
        raise Refused("Say why the finding is withdrawn: the reason stays on record.", "no-reason")
    with workspace.changing(f"Finding {finding.code or finding.title}: {status.replace('_', ' ')}", Act.AUDIT) as step:
        moved = cast("Finding", step.move(finding, status, reason))
        return _with_reason(step, moved, reason)


def _with_reason(step: Step, finding: Finding, reason: str) -> Finding:
    if finding.status != "withdrawn":
        return finding
    return cast("Finding", step.update(replace(finding, dismissed_because=reason.strip())))


def move_recommendation(workspace: Workspace, recommendation: Recommendation | int, status: str) -> Recommendation:
    """Move a recommendation on by its table."""
    number = recommendation if isinstance(recommendation, int) else recommendation.id or 0
    found = workspace.get("recommendation", number)
    if not isinstance(found, Recommendation):
        raise Refused(f"There is no recommendation {number}.", "gone")
    with workspace.changing(f"Recommendation: {status.replace('_', ' ')}", Act.AUDIT) as step:
        return cast("Recommendation", step.move(found, status))


def _audit(workspace: Workspace, audit: Audit | int) -> Audit:
    number = audit if isinstance(audit, int) else audit.id or 0
    found = workspace.get("audit", number)
    if not isinstance(found, Audit):
        raise Refused(f"There is no audit {number}.", "gone")
    return found


def _finding(workspace: Workspace, finding: Finding | int) -> Finding:
    number = finding if isinstance(finding, int) else finding.id or 0
    found = workspace.get("finding", number)
    if not isinstance(found, Finding):
        raise Refused(f"There is no finding {number}.", "gone")
    return found


def _iso(day: date | None) -> IsoDate | None:
    return None if day is None else IsoDate(day.isoformat())


def _severity_rank(severity: str) -> int:
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)


def _today() -> str:
    # An audit kept without its day (none that `plan` made) is taken as of today.
    return datetime.now(UTC).date().isoformat()
