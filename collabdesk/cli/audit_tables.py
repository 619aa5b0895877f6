"""How the acts of an audit answer: tables for people, one JSON document for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from collabdesk.cli.command import say, say_json, say_table
from collabdesk.domain.audits import Audit
from collabdesk.domain.evidence import Evidence
from collabdesk.domain.findings import Finding
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.records import Record
from collabdesk.domain.responses import Response
from collabdesk.usecases import audits
from collabdesk.usecases.audits import Earlier
from collabdesk.usecases.workspace import Workspace

_AUDIT = (
    "id", "title", "project_id", "as_of", "status", "criteria_set", "period_start", "period_end", "scope",
    "methodology", "independence", "addressee", "distribution", "limitations",
)  # fmt: skip
_FINDING = (
    "id", "code", "project_id", "criterion", "severity", "status", "title", "criteria", "condition", "cause", "effect",
    "questioned_known", "questioned_likely", "currency", "repeat", "prior_code", "objective", "owner", "verified_by",
    "verified_on", "dismissed_because",
)  # fmt: skip
_RECOMMENDATION = ("id", "code", "text", "addressee", "due", "priority", "status", "verified_by", "note")


def _named(record: Record, fields: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in fields}


def audit_record(audit: Audit) -> dict[str, Any]:
    """What an audit says of itself, for programs."""
    return _named(audit, _AUDIT)


def evidence_record(one: Evidence) -> dict[str, Any]:
    """A file of evidence, for programs."""
    return {
        "id": one.id, "title": one.title, "file": one.file_name, "sha256": one.sha256, "kind": one.kind,
        "custodian": one.custodian, "received_on": one.received_on, "note": one.note,
    }  # fmt: skip


def finding_records(workspace: Workspace, findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings with all that follows from them, for programs."""
    return [
        {
            **_named(f, _FINDING),
            "figures": f.figures.split(),
            "recommendations": [_named(r, _RECOMMENDATION) for r in audits.recommendations_of(workspace, f)],
            "responses": [_response(r) for r in audits.responses_of(workspace, f)],
            "evidence": [evidence_record(e) for e in audits.evidence_of(workspace, f)],
            "outcomes": [_named(o, ("audit_id", "outcome", "text", "repeated_in", "checked_by", "checked_on"))
                         for o in audits.outcomes_of(workspace, f)],
        }
        for f in findings
    ]  # fmt: skip


def _response(one: Response) -> dict[str, Any]:
    return _named(one, ("id", "stance", "text", "respondent", "date"))


def say_audits(rows: Sequence[dict[str, Any]], *, as_json: bool) -> None:
    """The audits there are."""
    if as_json:
        say_json({"audits": list(rows)})
        return
    fields = ("id", "title", "as_of", "status", "criteria_set")
    say_table([[row[f] for f in fields] for row in rows], ("audit", "title", "as of", "status", "criteria"), right=(0,))


def say_audit(workspace: Workspace, audit_id: int, *, as_json: bool) -> None:
    """One audit: objectives and team, findings, and what follows from them."""
    audit = audits.audit_of(workspace, audit_id)
    objectives, team = audits.objectives_of(workspace, audit), audits.team_of(workspace, audit)
    findings = audits.findings_of(workspace, audit)
    if as_json:
        says = ("code", "text", "conclusion", "rating")
        members = ("name", "role", "organisation", "interests", "declared_on")
        ratings = audits.ratings_of(workspace, audit)
        say_json({
            **audit_record(audit),
            "objectives": [_named(o, says) for o in objectives],
            "team": [_named(m, members) for m in team],
            "ratings": [_named(r, ("dimension", "rating", "reason")) for r in ratings],
            "findings": finding_records(workspace, findings),
        })  # fmt: skip
        return
    for objective in objectives:
        rated = f" ({objective.rating})" if objective.rating else ""
        say(f"{objective.code} {objective.text} → {objective.conclusion or 'no conclusion yet'}{rated}")
    for member in team:
        declared = (
            f"declared {member.declared_on}: {member.interests}" if member.declared_on else "nothing declared yet"
        )
        say(f"team: {member.name}{f', {member.role}' if member.role else ''}; {declared}")
    say_findings(findings)
    for finding in findings:
        for r in audits.recommendations_of(workspace, finding):
            _say_recommendation(r, finding)
        for one in audits.responses_of(workspace, finding):
            by = f" by {one.respondent}" if one.respondent else ""
            say(f"answer to {finding.code} of {one.date}{by}, {one.stance}: {one.text or 'no words'}")


def _say_recommendation(r: Recommendation, finding: Finding) -> None:
    number = f" ({r.code})" if r.code else ""
    named = f"recommendation {r.id}{number} on {finding.code or finding.id}, {r.status}"
    say(f"{named}: {r.text} ({r.addressee}, {r.due})")


def say_findings(findings: Iterable[Finding]) -> None:
    """Findings with their numbers and references."""
    say_table(
        [(f.id, f.code, f.severity, f.status, f.title) for f in findings],
        ("finding", "reference", "severity", "status", "title"),
        right=(0,),
    )


def say_earlier(found: Sequence[Earlier], *, as_json: bool) -> None:
    """What was open before an audit, with what it recorded."""
    rows: list[dict[str, Any]] = [
        {
            "id": e.finding.id, "code": e.finding.code, "audit": e.title or None, "status": e.finding.status,
            "title": e.finding.title or e.finding.text[:120], "owner": e.finding.owner,
            "outcome": e.outcome.outcome if e.outcome else None, "text": e.outcome.text if e.outcome else None,
            "repeated_in": (e.outcome.repeated_in or None) if e.outcome else None,
            "recommendations": [_named(r, _RECOMMENDATION) for r in e.recommendations],
        }
        for e in found
    ]  # fmt: skip
    if as_json:
        say_json({"earlier": rows})
        return
    fields = ("id", "code", "status", "outcome", "repeated_in", "title")
    heads = ("finding", "reference", "status", "outcome", "repeated in", "title")
    say_table([[row[f] for f in fields] for row in rows], heads, right=(0,))
    for row in rows:
        for r in row["recommendations"]:
            say(f"{r['code'] or r['id']} on {row['code']}, {r['status']}: {r['text']} ({r['addressee']}, {r['due']})")
