"""How decisions and transfers move: with the day, the party and the reason that belong to the move, as one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from collabdesk.domain import decisions, transfers
from collabdesk.domain.dates import IsoDate, in_words, latest, today
from collabdesk.domain.problems import Refused
from collabdesk.domain.records import Record

if TYPE_CHECKING:
    from collabdesk.domain.decisions import Decision
    from collabdesk.domain.transfers import Transfer
    from collabdesk.usecases.changes import Change
    from collabdesk.usecases.plan.evidence import Proof
    from collabdesk.usecases.workspace import Step, Workspace


def decide(
    workspace: Workspace, number: int, status: str, *, on: date | None = None, party: str = "", reason: str = "",
    proof: Proof | None = None, label: str = "",
) -> Change:  # fmt: skip
    """Move a decision: adopted or rejected on a day, vetoed by a party with its reason, resolved in words.

    A decision keeps the day of its meeting where it states one. Refused without the party of a veto, or without saying
    how it was resolved.
    """
    from collabdesk.usecases.plan.entries import name_of, present

    decision = cast("Decision", present(workspace, "decision", number))
    decisions.STATUSES.check(decision.status, status)
    day = _past(on)
    fields: dict[str, Any] = {}
    if status in ("adopted", "rejected") and not decision.date:
        fields["date"] = day
    elif status == "vetoed":
        fields = {"veto_by": party.strip(), "veto_on": day, "veto_reason": reason.strip()}
    elif status == "resolved":
        if not reason.strip():
            raise Refused(f"Say how the veto of {name_of(decision)} was resolved.", "no-reason")
        said = f"Resolved on {in_words(day)}: {reason.strip()}"
        fields["text"] = f"{decision.text}\n{said}".strip()
    with workspace.changing(label or f"Set {name_of(decision)} to {status}") as step:
        _move(step, "decision", replace(decision, **fields), status, proof)
    return step.change


def move_transfer(
    workspace: Workspace, number: int, status: str, *, on: date | None = None, expires: str | None = None,
    reason: str = "", proof: Proof | None = None, label: str = "",
) -> Change:  # fmt: skip
    """Move a transfer: approved on a day and until one, done on a day while its approval holds, refused with a reason.

    Refused where the approval had expired on the day on which it is to be done.
    """
    from collabdesk.usecases.plan.entries import name_of, present

    transfer = cast("Transfer", present(workspace, "transfer", number))
    transfers.STATUSES.check(transfer.status, status)
    day = _past(on)
    fields: dict[str, Any] = {"approved_on": day} if status == "approved" else {"date": day} if status == "done" else {}
    if expires is not None:
        fields["expires"] = IsoDate(expires)
    if status == "refused" and not reason.strip():
        raise Refused(f"Say why {name_of(transfer)} is refused.", "no-reason")
    said = label or f"Set {name_of(transfer)} to {status}"
    with workspace.changing(f"{said}: {reason.strip()}" if reason.strip() else said) as step:
        _move(step, "transfer", replace(transfer, **fields), status, proof)
    return step.change


def heed_move(noun: str, record: Record, status: str) -> None:
    """Refused for a move that what is recorded does not bear: whichever way it is made."""
    if noun == "transfer" and status == "done":
        transfer = cast("Transfer", record)
        name = transfer.code or transfer.title or transfer.dataset
        if not transfer.date:
            raise Refused(f"{name} is done only with the day on which it was done.", "no-day")
        if transfer.expires and latest(transfer.expires) < latest(transfer.date):
            raise Refused(
                f"The approval of {name} expired on {in_words(transfer.expires)}: record a new one before it is done.",
                "expired",
            )
    if noun == "decision" and status == "vetoed":
        decision = cast("Decision", record)
        if not decision.veto_by or not decision.veto_on:
            name = decision.code or decision.title
            raise Refused(f"{name} is vetoed by a party on a day: name both.", "no-party")


def _move(step: Step, noun: str, record: Record, status: str, proof: Proof | None) -> None:
    from collabdesk.usecases.plan import evidence
    from collabdesk.usecases.plan.entries import name_of

    heed_move(noun, record, status)
    if proof is not None:
        project = cast(Any, record).project_id
        evidence.keep(step, project, noun, name_of(record), proof, None)
    step.move(step.update(record), status)


def _past(on: date | None) -> IsoDate:
    day = on or today()
    if day > today():
        raise Refused(f"{in_words(day.isoformat())} is still to come.", "too-early")
    return IsoDate(day.isoformat())
