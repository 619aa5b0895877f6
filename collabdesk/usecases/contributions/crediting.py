"""The moves of a credit event: claimed, credited only with evidence and after its milestone, refused with a reason.

Crediting writes nothing into the contribution: what counts as received is the larger of what is recorded there and what
its events credit (docs/decisions/0009), so a value can be neither counted twice nor forgotten.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

from collabdesk.domain.credit_events import CreditEvent
from collabdesk.domain.dates import IsoDate, in_words, latest
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.problems import Refused
from collabdesk.usecases.plan import evidence as evidences
from collabdesk.usecases.plan.evidence import Proof
from collabdesk.usecases.workspace import Change, Step, Workspace


def claim(workspace: Workspace, number: int, label: str) -> Change:
    """The partner says that the step is done."""
    with workspace.changing(label) as step:
        step.move(_event(workspace, number), "claimed")
    return step.change


def credit(
    workspace: Workspace, number: int, label: str, *, on: date, evidence: str = "", proof: Proof | None = None
) -> Change:
    """Credit a claimed event on a day; with a file as evidence, or the words for where it is.

    Refused without evidence, without an amount, and while the milestone that it names is not achieved.
    """
    with workspace.changing(label) as step:
        event = _event(workspace, number)
        reason = hindrance(workspace, event, on)
        if reason:
            raise Refused(reason, "not-creditable")
        said = evidence.strip() or (proof.name if proof else "") or event.evidence
        if proof is not None:
            evidences.keep(step, event.project_id, "credit_event", name_of(event), proof, on)
        elif not said:
            raise Refused(f"{name_of(event)} is credited only with its evidence.", "no-evidence")
        _move(step, event, "credited", credited_on=IsoDate(on.isoformat()), evidence=said)
    return step.change


def refuse(workspace: Workspace, number: int, label: str, *, reason: str) -> Change:
    """Turn a claim down; the reason stands where its evidence would."""
    if not reason.strip():
        raise Refused("Say why the claim is refused.", "no-reason")
    with workspace.changing(label) as step:
        _move(step, _event(workspace, number), "refused", evidence=reason.strip())
    return step.change


def cancel(workspace: Workspace, number: int, label: str) -> Change:
    """A planned event that is not wanted any more."""
    with workspace.changing(label) as step:
        step.move(_event(workspace, number), "cancelled")
    return step.change


def hindrance(workspace: Workspace, event: CreditEvent, on: date) -> str:
    """Why the event cannot be credited on the day, but for its evidence, as a sentence; "" when it can."""
    name = name_of(event)
    if event.amount is None:
        return f"{name} states no amount that could be credited."
    if not event.milestone_code:
        return ""
    found = workspace.find("milestone", project_id=event.project_id, code=event.milestone_code)
    if not found:
        return f"{name} is tied to the milestone {event.milestone_code}, which the plan does not have."
    milestone = cast(Milestone, found[0])
    if milestone.status != "achieved":
        return f"{name} is credited when its milestone {event.milestone_code} is achieved; it is {milestone.status}."
    if milestone.achieved and latest(milestone.achieved) > on:
        day = in_words(milestone.achieved)
        return f"{name} cannot be credited before its milestone {event.milestone_code} was achieved on {day}."
    return ""


def name_of(event: CreditEvent) -> str:
    """The event's code or title."""
    return event.code or event.title or f"Credit event {event.id}"


def _move(step: Step, event: CreditEvent, status: str, **fields: object) -> None:
    # The move is checked first, by the status that is kept: a later one must not be written over.
    moved = cast(CreditEvent, step.move(event, status))
    step.update(replace(moved, **fields))  # type: ignore[arg-type]


def _event(workspace: Workspace, number: int) -> CreditEvent:
    found = workspace.get("credit_event", number)
    if found is None:
        raise Refused("This credit event is not there any more.", "gone")
    return cast(CreditEvent, found)
