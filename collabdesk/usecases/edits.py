"""Edits by hand: fields of one record, or its next status; each is one step of undo."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.domain.records import Record
from collabdesk.usecases import agreement, plan
from collabdesk.usecases.workspace import Change, Workspace


def edit(workspace: Workspace, noun: str, number: int, label: str, **fields: Any) -> Change:
    """Set fields of a record as it is now; Refused when it is gone. `label` is what stands after "Undo".

    A partner that gets another name stays known by its former one: files go on calling it so.
    """
    with workspace.changing(label) as step:
        before = _present(workspace, noun, number)
        plan.heed(workspace, noun, asdict(before), fields)
        after = step.update(replace(before, **fields))
        if noun in plan.FORECASTS:
            plan.note(workspace, step, noun, [(before, after)])
        if isinstance(before, Partner) and isinstance(after, Partner):
            from collabdesk.usecases.partners import remember_former_name  # comes with the database's library

            remember_former_name(workspace, step, before, after)
    return step.change


def move(
    workspace: Workspace, noun: str, number: int, status: str, label: str, *, reason: str = "", **fields: Any
) -> Change:
    """Move a record to an allowed status and set what belongs to the move (the day, the evidence) in the same step."""
    if noun == "report":
        raise Refused("A report is reviewed and signed by somebody: say who, in the Reports room.", "no-name")
    with workspace.changing(label) as step:
        record = _present(workspace, noun, number)
        plan.heed_move(noun, record, status)
        if fields:
            record = step.update(replace(record, **fields))
        agreement.heed_move(noun, record, status)
        step.move(record, status, reason)
    return step.change


def _present(workspace: Workspace, noun: str, number: int) -> Record:
    record = workspace.get(noun, number)
    if record is None:
        raise Refused(f"This {noun.replace('_', ' ')} is not there any more.", "gone")
    return record
