"""Recommendations: what is to be done, by whom, until when; and whether it was done, as somebody else saw."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from collabdesk.domain.dates import as_iso
from collabdesk.domain.findings import Finding
from collabdesk.domain.problems import Refused
from collabdesk.domain.recommendations import Recommendation
from collabdesk.usecases.audits.findings import verifier
from collabdesk.usecases.audits.records import finding_of, findings_of_audit, recommendation_of
from collabdesk.usecases.changes import Act

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Workspace

PRIORITIES = ("high", "medium", "low")
_SETTLED = ("verified", "overtaken")


def recommendations_of(workspace: Workspace, finding: Finding | int) -> list[Recommendation]:
    """The recommendations and corrective actions of a finding."""
    number = finding if isinstance(finding, int) else finding.id
    return cast("list[Recommendation]", workspace.find("recommendation", finding_id=number))


def recommend(
    workspace: Workspace,
    finding: Finding | int,
    text: str,
    addressee: str,
    due: date | None = None,
    priority: str = "medium",
) -> Recommendation:
    """Recommend something to somebody by a day, under the audit's next number.

    Refused without text or addressee, or on a dismissed finding.
    """
    finding = finding_of(workspace, finding)
    _complete(text, addressee, priority)
    if finding.status in ("dismissed", "withdrawn"):
        raise Refused(f"The finding is {finding.status}; nothing follows from it.", "settled")
    recommendation = Recommendation(
        finding_id=finding.id,
        project_id=finding.project_id,
        finding=finding.code,
        text=text.strip(),
        addressee=addressee.strip(),
        due=as_iso(due),
        priority=priority,
        code=_next_number(workspace, finding),
    )
    with workspace.changing(f"Recommend on {finding.code or finding.title}", Act.AUDIT) as step:
        return cast("Recommendation", step.add(recommendation))


def _complete(text: str, addressee: str, priority: str) -> None:
    if not text.strip() or not addressee.strip():
        raise Refused("A recommendation says what is to be done, and by whom.", "no-addressee")
    if priority not in PRIORITIES:
        raise Refused(f"The priority is one of {', '.join(PRIORITIES)}.", "bad-priority")


def _next_number(workspace: Workspace, finding: Finding) -> str:
    """`R1`, `R2` … within the audit; a number once given is not given again."""
    if finding.audit_id is None:
        return ""
    siblings = [f.id for f in findings_of_audit(workspace, finding.audit_id)]
    known = cast("list[Recommendation]", workspace.find("recommendation", finding_id=siblings))
    used = [int(r.code[1:]) for r in known if r.code[:1] == "R" and r.code[1:].isdigit()]
    return f"R{max(used, default=0) + 1}"


def change_recommendation(
    workspace: Workspace,
    recommendation: Recommendation | int,
    *,
    text: str | None = None,
    addressee: str | None = None,
    due: date | None = None,
    priority: str | None = None,
    note: str | None = None,
) -> Recommendation:
    """Word a recommendation otherwise, or note how it stands; what is None stays. Refused once it is settled."""
    one = recommendation_of(workspace, recommendation)
    if one.status in _SETTLED:
        raise Refused(f"The recommendation is {one.status}; what it says stands.", "settled")
    new = replace(
        one,
        text=one.text if text is None else text.strip(),
        addressee=one.addressee if addressee is None else addressee.strip(),
        due=one.due if due is None else as_iso(due),
        priority=one.priority if priority is None else priority,
        note=one.note if note is None else note.strip(),
    )
    _complete(new.text, new.addressee, new.priority or "medium")
    with workspace.changing(f"Edit recommendation {one.code}".rstrip(), Act.AUDIT) as step:
        return cast("Recommendation", step.update(new))


def move_recommendation(
    workspace: Workspace, recommendation: Recommendation | int, status: str, by: str = "", note: str = ""
) -> Recommendation:
    """Move a recommendation on by its table.

    `by` is who verified it, the person at work where nobody is named; refused where that may be its addressee.
    """
    one = recommendation_of(workspace, recommendation)
    named = one.code or "The recommendation"
    owners = [name for name in (one.addressee, one.contact) if name]
    who = verifier(workspace, by, owners, named) if status == "verified" else one.verified_by
    with workspace.changing(f"Recommendation: {status.replace('_', ' ')}", Act.AUDIT) as step:
        moved = cast("Recommendation", step.move(one, status))
        told = replace(moved, verified_by=who, note=note.strip() or moved.note)
        return moved if told == moved else cast("Recommendation", step.update(told))
