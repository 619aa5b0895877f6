"""The steps of an engagement: what each asks for before the audit may take it, and going on without for a reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from collabdesk.domain.audits import STATUSES, Audit
from collabdesk.domain.findings import Finding
from collabdesk.domain.problems import Refused
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.samples import Sample
from collabdesk.domain.told import in_a_row, told
from collabdesk.usecases.audits.following_up import open_findings
from collabdesk.usecases.audits.house_language import in_house_language
from collabdesk.usecases.audits.objectives import objectives_of
from collabdesk.usecases.audits.records import audit_of, findings_of_audit
from collabdesk.usecases.audits.team import team_of
from collabdesk.usecases.changes import Act

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Workspace

_NAMED = 6
_SENT = ("draft", "dismissed", "withdrawn")
_DONE = ("verified", "overtaken", "not_accepted")


@dataclass(frozen=True, slots=True)
class Missing:
    """What a step asks for and is not there. `limitation` is what the report says of it where a person gives a reason
    to go on without; None where the step cannot be taken so.
    """

    sentence: str
    limitation: str | None = None


def missing(workspace: Workspace, audit: Audit | int, status: str) -> list[Missing]:
    """What stands between the audit and this step; empty where it may be taken."""
    audit = audit_of(workspace, audit)
    asks = {
        "fieldwork": _for_fieldwork,
        "draft": _for_draft,
        "response": _for_response,
        "final": _for_final,
        "follow_up": _for_follow_up,
        "closed": _for_closing,
    }
    return list(asks[status](workspace, audit)) if status in asks else []


def refuse_if_missing(workspace: Workspace, audit: Audit, status: str, reason: str = "") -> list[Missing]:
    """Refuse a step for what it asks for; what a reason may stand in for is given back where there is one."""
    found = missing(workspace, audit, status)
    needed = [m.sentence for m in found if not m.limitation]
    if needed:
        raise Refused(" ".join(needed), "drafts-open" if status == "response" else "step-asks")
    if found and not reason.strip():
        said = " ".join(m.sentence for m in found)
        raise Refused(f"{said} Or go on with a reason: it stays on record and is printed as a limitation.", "step-asks")
    return found


def move_audit(workspace: Workspace, audit: Audit | int, status: str, reason: str = "") -> Audit:
    """Move the audit on. Refused where its table of moves forbids it or the step asks for what is not there.

    With a reason the audit goes on without responses, conclusions and the like: what was not done, and why, is added
    to its limitations. Drafts are decided and interests declared whatever the reason.
    """
    audit = audit_of(workspace, audit)
    STATUSES.check(audit.status, status)
    waived = refuse_if_missing(workspace, audit, status, reason)
    named = f"Audit {audit.title}: {status.replace('_', ' ')}"
    with workspace.changing(f"{named} ({reason.strip()})" if reason.strip() else named, Act.AUDIT) as step:
        if waived:
            noted = [_noted(workspace, m, reason.strip()) for m in waived]
            said = "\n".join(line for line in (audit.limitations, *noted) if line)
            audit = cast("Audit", step.update(replace(audit, limitations=said)))
        return cast("Audit", step.move(audit, status, reason))


def _noted(workspace: Workspace, one: Missing, reason: str) -> str:
    return in_house_language(workspace, told("{limitation} Reason: {reason}", limitation=one.limitation, reason=reason))


def _for_fieldwork(workspace: Workspace, audit: Audit) -> Iterator[Missing]:
    if not objectives_of(workspace, audit):
        yield Missing("The audit has no objective: say what it is to establish before the fieldwork begins.")
    silent = [m.name for m in team_of(workspace, audit) if m.declared_on is None]
    if silent:
        have = "has" if len(silent) == 1 else "have"
        yield Missing(
            f"{_names(silent)} {have} not declared any interests: record what was declared, “none” if there are none."
        )


def _for_draft(workspace: Workspace, audit: Audit) -> Iterator[Missing]:
    samples = cast("list[Sample]", workspace.find("sample", audit_id=audit.id))
    for sample in samples:
        left = workspace.count("sample_item", sample_id=sample.id, audited=None)
        if left:
            named = sample.code or sample.title
            yield Missing(
                f"{left} of the items of sample {named} are not tested yet: enter what was found of them.",
                told("Of the items of sample {sample}, {left} are not tested.", sample=named, left=left),
            )


def _for_response(workspace: Workspace, audit: Audit) -> Iterator[Missing]:
    undecided = sum(f.status == "draft" for f in findings_of_audit(workspace, audit))
    if undecided:
        noun = "finding is still a draft" if undecided == 1 else "findings are still drafts"
        yield Missing(f"{undecided} {noun}: accept or dismiss each first.")


def _for_final(workspace: Workspace, audit: Audit) -> Iterator[Missing]:
    yield from _for_response(workspace, audit)
    sent = [f for f in findings_of_audit(workspace, audit) if f.status not in _SENT]
    ids = [f.id for f in sent]
    answered = {r.finding_id for r in workspace.find("response", finding_id=ids)} if ids else set()  # type: ignore[attr-defined]
    silent = [f for f in sent if f.id not in answered]
    if silent:
        names = [_name(f) for f in silent]
        yield Missing(
            f"The auditee's response is missing to {_names(names)}: record it word for word.",
            told("The auditee's response is missing to {findings}.", findings=in_a_row(names, ", ")),
        )
    open_ = [o.code for o in objectives_of(workspace, audit) if not o.conclusion]
    if open_:
        yield Missing(
            f"No conclusion is drawn on {_names(open_)}: conclude on each objective.",
            told("No conclusion is drawn on {objectives}.", objectives=in_a_row(open_, ", ")),
        )


def _for_follow_up(workspace: Workspace, audit: Audit) -> Iterator[Missing]:
    undated = [r.code or f"recommendation {r.id}" for r in _recommendations(workspace, audit) if not r.due]
    if undated:
        yield Missing(
            f"No day is agreed for {_names(undated)}: give the day by which each is to be done.",
            told("No day is agreed for {recommendations}.", recommendations=in_a_row(undated, ", ")),
        )


def _for_closing(workspace: Workspace, audit: Audit) -> Iterator[Missing]:
    still = [_name(f) for f in open_findings(workspace, findings_of_audit(workspace, audit))]
    if still:
        are = "is" if len(still) == 1 else "are"
        yield Missing(
            f"{_names(still)} {are} still open: verify each, or record in a later audit what became of it.",
            told("Closed while these findings are open: {findings}.", findings=in_a_row(still, ", ")),
        )
    acts = [r.code or f"recommendation {r.id}" for r in _recommendations(workspace, audit) if r.status not in _DONE]
    if acts:
        yield Missing(
            f"Nobody verified {_names(acts)}: verify each recommendation, or mark it as overtaken.",
            told("Closed while nobody has verified {recommendations}.", recommendations=in_a_row(acts, ", ")),
        )


def _recommendations(workspace: Workspace, audit: Audit) -> list[Recommendation]:
    ids = [f.id for f in findings_of_audit(workspace, audit) if f.status not in _SENT]
    return cast("list[Recommendation]", workspace.find("recommendation", finding_id=ids)) if ids else []


def _name(finding: Finding) -> str:
    return finding.code or finding.title


def _names(found: list[str]) -> str:
    shown = found[:_NAMED]
    if len(found) > _NAMED:
        return f"{', '.join(shown)} and {len(found) - _NAMED} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
