"""Draft findings from the figures: each criterion of the audit's set is compared with what is on record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from collabdesk.auditing.drafting import portfolio_findings, project_findings
from collabdesk.domain.audits import Audit
from collabdesk.domain.dates import earliest, today
from collabdesk.domain.findings import Finding
from collabdesk.domain.organisations import Organisation
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.reporting.language import said, writing
from collabdesk.usecases.audits.criteria_used import load_set
from collabdesk.usecases.audits.findings import findings_of
from collabdesk.usecases.audits.records import OPEN_FOR_DRAFTS, audit_of
from collabdesk.usecases.audits.steps import refuse_if_missing
from collabdesk.usecases.changes import Act
from collabdesk.usecases.facts import gather, gather_each

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Workspace


def draft_findings(workspace: Workspace, audit: Audit | int) -> list[Finding]:
    """Draft the audit's findings anew, as one step of undo, and give all its findings that are still drafts.

    A draft dismissed before does not come back for the same facts; an issued one is not drafted again; a draft
    that nobody has edited is renewed or taken away when the facts have changed. Refused once the audit is past
    its draft, and where a planned one lacks what the fieldwork asks for.
    """
    audit = audit_of(workspace, audit)
    if audit.status not in OPEN_FOR_DRAFTS:
        raise Refused(
            f"The audit {audit.title!r} is {audit.status}: its findings are settled. Plan a new one.", "settled"
        )
    if audit.status == "planned":
        refuse_if_missing(workspace, audit, "fieldwork")
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
    """Drafted in the organisation's language, in which people go on editing them."""
    # An audit kept without its day (none that `plan` made) is taken as of today.
    as_of = earliest(audit.as_of) if audit.as_of else today()
    chosen = load_set(workspace, audit.criteria_set)
    if audit.project_id is not None:
        project = cast("Project", workspace.get("project", audit.project_id))
        facts = gather(workspace, project, as_of)
        with writing(_language(workspace)):
            return project_findings(facts, chosen, said)
    whole, each = gather(workspace, None, as_of), gather_each(workspace, as_of)
    with writing(_language(workspace)):
        return portfolio_findings(whole, each, chosen, said)


def _language(workspace: Workspace) -> str:
    found = cast("list[Organisation]", workspace.find("organisation"))
    return (found[0].language if found else "") or "en"


def _decided(workspace: Workspace, audit: Audit) -> set[tuple[str, int | None, str]]:
    """What was dismissed in any audit, or has left the draft in this one: (criterion, project, facts)."""
    dismissed = cast("list[Finding]", workspace.find("finding", status="dismissed"))
    own = [f for f in findings_of(workspace, audit) if f.status != "draft"]
    return {(f.criterion, f.project_id, f.facts) for f in (*dismissed, *own) if f.criterion}
