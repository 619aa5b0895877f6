"""Repeat findings: which earlier finding one cites, and that there is such a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from collabdesk.domain.audits import Audit
from collabdesk.domain.findings import Finding
from collabdesk.domain.problems import Refused

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Workspace

_NOT_FOUND = ("draft", "dismissed")


def prior_of(workspace: Workspace, finding: Finding) -> Finding | None:
    """The earlier finding that a repeat cites, of ours or imported; None where it cites none.

    Refused where a repeat cites no finding or one that is unknown, of another project, of the same audit or a later
    one, and where a prior reference stands on a finding that is no repeat: `no repeat` means `no prior reference`
    (the rule of the Federal Audit Clearinghouse).
    """
    code = finding.prior_code.strip()
    if not finding.repeat:
        if code:
            raise Refused(f"{code} is cited as the prior finding, but this one is not marked as a repeat.", "no-repeat")
        return None
    if not code:
        raise Refused("A repeat finding cites the earlier one: give its reference.", "no-prior")
    known = [f for f in _with_code(workspace, code) if f.id != finding.id]
    if not known:
        raise Refused(
            f"There is no finding {code} on record. Import the report that it stands in, or correct the reference.",
            "no-prior",
        )
    of_subject = [f for f in known if _same_subject(finding, f)]
    if not of_subject:
        raise Refused(f"{code} is a finding on another project; a repeat cites one on the same.", "other-project")
    earlier = [f for f in of_subject if is_earlier(workspace, f, finding)]
    if not earlier:
        raise Refused(f"{code} is not earlier than this audit, so it cannot be the finding repeated.", "not-earlier")
    return earlier[-1]


def _with_code(workspace: Workspace, code: str) -> list[Finding]:
    found = cast("list[Finding]", workspace.find("finding", code=code))
    return [f for f in found if f.audit_id is None or f.status not in _NOT_FOUND]


def _same_subject(one: Finding, other: Finding) -> bool:
    return one.project_id == other.project_id or None in (one.project_id, other.project_id)


def is_earlier(workspace: Workspace, prior: Finding, finding: Finding) -> bool:
    """Whether the one was found before the other's audit: by the days of the audits, else by the year of its code."""
    now, then = _audit(workspace, finding.audit_id), _audit(workspace, prior.audit_id)
    return prior.id != finding.id if now is None else found_before(prior, then, now)


def found_before(prior: Finding, then: Audit | None, now: Audit) -> bool:
    """Whether a finding of the audit `then`, None for an imported one, was found before the audit `now`."""
    if then is not None:
        return (then.as_of or "", then.id or 0) < (now.as_of or "", now.id or 0)
    year = prior.code[:4]
    return not year.isdigit() or year <= (now.as_of or "9999")[:4]


def _audit(workspace: Workspace, number: int | None) -> Audit | None:
    found = workspace.get("audit", number) if number else None
    return found if isinstance(found, Audit) else None
