"""Audits: plan one, draft its findings from the figures, decide on them, hear the auditee, conclude, and follow up."""

from __future__ import annotations

from collabdesk.usecases.audits.criteria_used import dimensions_of, scale_of
from collabdesk.usecases.audits.drafting import draft_findings
from collabdesk.usecases.audits.engagement import audits, change_engagement, plan
from collabdesk.usecases.audits.evidence import attach, attach_bytes, compare_with, evidence_of, evidence_of_each, save
from collabdesk.usecases.audits.findings import (
    EDITABLE,
    accept_finding,
    add_finding,
    dismiss_finding,
    edit_finding,
    findings_of,
    move_finding,
    owners_of,
)
from collabdesk.usecases.audits.following_up import (
    Earlier,
    earlier_findings,
    follow_ups,
    open_findings,
    outcomes_of,
    record_outcome,
)
from collabdesk.usecases.audits.objectives import (
    add_objective,
    change_objective,
    conclude,
    objectives_of,
    rate,
    ratings_of,
    remove_objective,
)
from collabdesk.usecases.audits.projections import projection, samples_of
from collabdesk.usecases.audits.recommendations import (
    PRIORITIES,
    change_recommendation,
    move_recommendation,
    recommend,
    recommendations_of,
)
from collabdesk.usecases.audits.records import audit_of, named_finding
from collabdesk.usecases.audits.responses import answer, respond, responses_of
from collabdesk.usecases.audits.steps import Missing, missing, move_audit
from collabdesk.usecases.audits.team import (
    add_member,
    declare_interests,
    member,
    named_member,
    remove_member,
    team_of,
)

__all__ = [
    "EDITABLE",
    "PRIORITIES",
    "Earlier",
    "Missing",
    "accept_finding",
    "add_finding",
    "add_member",
    "add_objective",
    "answer",
    "attach",
    "attach_bytes",
    "audit_of",
    "audits",
    "change_engagement",
    "change_objective",
    "change_recommendation",
    "compare_with",
    "conclude",
    "declare_interests",
    "dimensions_of",
    "dismiss_finding",
    "draft_findings",
    "earlier_findings",
    "edit_finding",
    "evidence_of",
    "evidence_of_each",
    "findings_of",
    "follow_ups",
    "member",
    "missing",
    "move_audit",
    "move_finding",
    "move_recommendation",
    "named_finding",
    "named_member",
    "objectives_of",
    "open_findings",
    "outcomes_of",
    "owners_of",
    "plan",
    "projection",
    "rate",
    "ratings_of",
    "recommend",
    "recommendations_of",
    "record_outcome",
    "remove_member",
    "remove_objective",
    "respond",
    "responses_of",
    "samples_of",
    "save",
    "scale_of",
    "team_of",
]  # fmt: skip
