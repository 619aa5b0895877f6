"""The auditee's responses: what was answered to a finding, verbatim; a later answer is another record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from collabdesk.domain.audits import Audit
from collabdesk.domain.dates import as_iso, today
from collabdesk.domain.findings import STATUSES, Finding
from collabdesk.domain.problems import Refused
from collabdesk.domain.responses import STANCES, Response
from collabdesk.usecases.audits.records import finding_of
from collabdesk.usecases.changes import Act

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Workspace

_NOT_SENT = ("draft", "dismissed", "withdrawn")
# Where a part is not agreed to, the finding stays disputed in that part.
_MEANS = {"agree": "agreed", "partly": "disputed", "disagree": "disputed"}


def responses_of(workspace: Workspace, finding: Finding | int) -> list[Response]:
    """The answers to a finding in the order in which they were recorded."""
    number = finding if isinstance(finding, int) else finding.id
    return cast("list[Response]", workspace.find("response", finding_id=number))


def respond(
    workspace: Workspace,
    finding: Finding | int,
    stance: str,
    text: str = "",
    by: str = "",
    on: date | None = None,
) -> Response:
    """Record an answer to an issued finding word for word; agreeing moves it to agreed, anything else to disputed.

    The words stay as they are: a later answer is another record, and the finding stays where the first one put it.
    Refused for a finding that was not sent to anybody, and for an answer before the day of the figures or after today.
    """
    finding = finding_of(workspace, finding)
    if stance not in STANCES:
        raise Refused(f"The stance is one of {', '.join(STANCES)}.", "bad-stance")
    if finding.status in _NOT_SENT:
        said = "still a draft: issue it first" if finding.status == "draft" else finding.status
        raise Refused(f"The finding is {said}; nobody was asked to answer it.", "not-issued")
    day = on or today()
    audit = workspace.get("audit", finding.audit_id) if finding.audit_id else None
    as_of = audit.as_of if isinstance(audit, Audit) and audit.as_of else ""
    # Figures may be as of a day to come (a budget, a demonstration); then so may the answers to them.
    if as_of <= today().isoformat() < day.isoformat():
        raise Refused("An answer of a day to come cannot be on record yet. Check its date.", "to-come")
    if on is not None and day.isoformat() < as_of:
        raise Refused("The answer is dated before the day of the figures that it answers. Check its date.", "too-early")
    made = Response(
        finding_id=finding.id, project_id=finding.project_id, finding=finding.code, text=text, stance=stance,
        respondent=by.strip(), date=as_iso(day),
    )  # fmt: skip
    with workspace.changing(f"Answer to finding {finding.code or finding.title}", Act.AUDIT) as step:
        if _MEANS[stance] in STATUSES.after(finding.status):
            step.move(finding, _MEANS[stance])
        return cast("Response", step.add(made))


def answer(workspace: Workspace, finding: Finding | int, *, agrees: bool) -> Finding:
    """The auditee's answer in one word: agreed, or disputed. Refused where the finding was answered already."""
    one = finding_of(workspace, finding)
    STATUSES.check(one.status, "agreed" if agrees else "disputed")
    respond(workspace, one, "agree" if agrees else "disagree")
    return finding_of(workspace, one)
