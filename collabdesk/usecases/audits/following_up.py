"""Follow-up across audits: what a later audit of the same subject found of the findings that were open before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, cast

from collabdesk.domain.audits import Audit
from collabdesk.domain.dates import as_iso, today
from collabdesk.domain.findings import Finding
from collabdesk.domain.follow_ups import OUTCOMES, FollowUp
from collabdesk.domain.problems import Refused
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.records import Record
from collabdesk.usecases.audits.findings import owners_of, verifier, with_reference
from collabdesk.usecases.audits.records import OPEN_FOR_DRAFTS, audit_of, finding_of, open_for_changes
from collabdesk.usecases.audits.repeats import found_before
from collabdesk.usecases.changes import Act

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Step, Workspace

_SETTLED = ("draft", "dismissed", "withdrawn", "verified", "closed")
_ENDS_IT = ("corrected", "no_longer_valid")
# What was effect then, with its amounts, is to be said anew.
_REPEATED = ("criteria", "cause", "severity", "requirement", "owner")


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier finding as a later audit meets it. `outcome` is what this audit recorded of it, None for nothing yet;
    `title` the earlier audit's, "" for a finding that was imported.
    """

    finding: Finding
    title: str
    recommendations: tuple[Recommendation, ...] = ()
    outcome: FollowUp | None = None


def earlier_findings(workspace: Workspace, audit: Audit | int) -> list[Earlier]:
    """The findings on its subject that were open when the audit began, ours and imported, with what it found."""
    audit = audit_of(workspace, audit)
    where = {} if audit.project_id is None else {"project_id": audit.project_id}
    found = cast("list[Finding]", workspace.find("finding", **where))
    mine = {f.finding_id: f for f in follow_ups(workspace, audit)}
    of = {a.id: a for a in cast("list[Audit]", workspace.find("audit"))}
    others = (f for f in found if f.audit_id != audit.id and f.code)
    before = [f for f in others if found_before(f, of.get(f.audit_id), audit)]
    open_ids = {f.id for f in open_findings(workspace, before, until=audit)}
    kept = [f for f in before if f.id in open_ids or f.id in mine]
    acts = _recommendations(workspace, kept)
    titles = {number: one.title for number, one in of.items()}
    listed = [Earlier(f, titles.get(f.audit_id, ""), tuple(acts.get(f.id, ())), mine.get(f.id)) for f in kept]
    return sorted(listed, key=lambda e: (e.finding.code, e.finding.id or 0))


def open_findings(workspace: Workspace, findings: Iterable[Finding], until: Audit | None = None) -> list[Finding]:
    """Those that nobody has verified and of which no audit found that they are corrected, invalid or repeated.

    With `until` what that audit and later ones found does not count.
    """
    standing = [f for f in findings if f.status not in _SETTLED]
    if not standing:
        return []
    outcomes = cast("list[FollowUp]", workspace.find("follow_up", finding_id=[f.id for f in standing]))
    late = _from_on(workspace, until) if until else frozenset()
    ended = {o.finding_id for o in outcomes if o.audit_id not in late and (o.outcome in _ENDS_IT or o.repeated_in)}
    return [f for f in standing if f.id not in ended]


def _from_on(workspace: Workspace, audit: Audit) -> frozenset[int | None]:
    now = (audit.as_of or "", audit.id or 0)
    found = cast("list[Audit]", workspace.find("audit"))
    return frozenset(a.id for a in found if (a.as_of or "", a.id or 0) >= now)


def _recommendations(workspace: Workspace, findings: list[Finding]) -> dict[int | None, list[Recommendation]]:
    ids = [f.id for f in findings]
    found = cast("list[Recommendation]", workspace.find("recommendation", finding_id=ids)) if ids else []
    by: dict[int | None, list[Recommendation]] = {}
    for one in found:
        by.setdefault(one.finding_id, []).append(one)
    return by


def follow_ups(workspace: Workspace, audit: Audit | int) -> list[FollowUp]:
    """What the audit recorded of earlier findings."""
    number = audit if isinstance(audit, int) else audit.id
    return cast("list[FollowUp]", workspace.find("follow_up", audit_id=number))


def outcomes_of(workspace: Workspace, finding: Finding | int) -> list[FollowUp]:
    """What later audits found of a finding, in the order of recording."""
    number = finding if isinstance(finding, int) else finding.id
    return cast("list[FollowUp]", workspace.find("follow_up", finding_id=number))


def record_outcome(
    workspace: Workspace,
    audit: Audit | int,
    finding: Finding | int,
    outcome: str,
    text: str = "",
    by: str = "",
    on: date | None = None,
    *,
    repeat: bool = True,
) -> FollowUp:
    """Record what the audit found of an earlier finding, as one step; an outcome recorded before gives way.

    A finding that is not corrected is repeated at once: a draft in this audit under its own reference, marked as a
    repeat and citing the earlier one. One that is corrected and was claimed as implemented becomes verified. Refused
    for a finding that is not earlier, an unknown outcome, nothing said where it is not simply corrected, and where
    the owner would verify it.
    """
    audit, finding = audit_of(workspace, audit), finding_of(workspace, finding)
    open_for_changes(audit)
    if outcome not in OUTCOMES:
        raise Refused(f"The outcome is one of {', '.join(OUTCOMES)}.", "bad-outcome")
    if outcome != "corrected" and not text.strip():
        raise Refused("Say what was found: it is printed beside the outcome.", "no-text")
    known = {e.finding.id: e for e in earlier_findings(workspace, audit)}
    if finding.id not in known:
        raise Refused(
            f"{finding.code or finding.title} is no earlier open finding on what this audit is about.", "not-earlier"
        )
    before = known[finding.id].outcome
    if before is not None and before.repeated_in:
        raise Refused(f"{finding.code} is repeated in {before.repeated_in} already. Undo that first.", "repeated")
    repeats = outcome == "not_corrected" and repeat
    if repeats and audit.status not in OPEN_FOR_DRAFTS:
        raise Refused(f"The audit is in {audit.status}: no finding can be added to it. Plan a later audit.", "settled")
    who = verifier(workspace, by, owners_of(workspace, finding), finding.code) if outcome == "corrected" else by.strip()
    made = FollowUp(
        audit_id=audit.id, finding_id=finding.id, project_id=finding.project_id, finding=finding.code,
        outcome=outcome, text=text.strip(), checked_by=who or workspace.person, checked_on=as_iso(on or today()),
    )  # fmt: skip
    with workspace.changing(f"Follow up {finding.code}: {outcome.replace('_', ' ')}", Act.AUDIT) as step:
        if repeats:
            again = _repeated(workspace, step, audit, finding, text.strip())
            made = replace(made, repeated_in=again.code)
        if outcome == "corrected" and finding.status == "implemented":
            moved = cast("Finding", step.move(finding, "verified"))
            step.update(replace(moved, verified_by=made.checked_by, verified_on=made.checked_on))
        return cast("FollowUp", _kept(step, before, made))


def _kept(step: Step, before: FollowUp | None, made: FollowUp) -> Record:
    if before is None:
        return step.add(made)
    said = {name: getattr(made, name) for name in ("outcome", "text", "repeated_in", "checked_by", "checked_on")}
    return step.update(replace(before, **said))


def _repeated(workspace: Workspace, step: Step, audit: Audit, prior: Finding, found: str) -> Finding:
    """The new finding of a later audit that repeats an earlier one, under its own reference, still a draft."""
    says = {name: getattr(prior, name) for name in _REPEATED}
    draft = Finding(
        audit_id=audit.id, project_id=prior.project_id, title=prior.title or prior.text[:120] or prior.code,
        condition=found, repeat=True, prior_code=prior.code, **says,
    )  # fmt: skip
    return with_reference(workspace, step, cast("Finding", step.add(draft)))
