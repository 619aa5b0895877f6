"""What happens to a milestone: achieved with evidence, planned anew with a baseline change, cancelled by amendment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, cast

from collabdesk.domain.amendments import Amendment
from collabdesk.domain.dates import IsoDate, today
from collabdesk.domain.milestones import STATUSES, Milestone
from collabdesk.domain.problems import Refused
from collabdesk.usecases.plan import baselines, evidence
from collabdesk.usecases.plan.entries import name_of, present
from collabdesk.usecases.workspace import Change, Workspace


def achieve(workspace: Workspace, milestone_id: int, day: date, proof: evidence.Proof | None = None, *,
            verification: str = "") -> Change:  # fmt: skip
    """Set a milestone as achieved on a day: with a file that shows it, or on those that are recorded already."""
    milestone = cast(Milestone, present(workspace, "milestone", milestone_id))
    name = name_of(milestone)
    STATUSES.check(milestone.status, "achieved")
    if day > today():
        raise Refused(f"{name} cannot be achieved on a day that is still to come.", "too-early")
    there = evidence.of(workspace, milestone.project_id or 0, "milestone", name)
    if proof is None and not [e for e in there if e.sha256]:
        raise Refused(f"{name} is achieved only with its evidence: give the file that shows it.", "no-evidence")
    with workspace.changing(f"Set {name} to achieved") as step:
        if proof is not None:
            evidence.keep(step, milestone.project_id, "milestone", name, proof, None)
        reached = replace(milestone, achieved=IsoDate(day.isoformat()))
        if verification:
            reached = replace(reached, verification=verification)
        step.move(step.update(reached), "achieved")
    return step.change


def replan(workspace: Workspace, milestone_id: int, due: str, *, reason: str, decision: str,
           decided_on: str | None = None, on: date | None = None) -> Change:  # fmt: skip
    """Plan a missed milestone anew for `due`: a further baseline is frozen with it, in the same step.

    Where no baseline is frozen yet, the plan before the change is frozen first, so that nothing is forgotten.
    """
    milestone = cast(Milestone, present(workspace, "milestone", milestone_id))
    project_id = milestone.project_id or 0
    baselines.refuse_without_decision(
        reason, decision, f"{name_of(milestone)} was missed: to plan it anew is a change of the baseline."
    )
    day = on or today()
    with workspace.changing(f"Plan {name_of(milestone)} anew") as step:
        if baselines.last(workspace, project_id) is None:
            baselines.keep(workspace, step, project_id, day, title="Plan before the change")
        moved = cast(Milestone, step.move(milestone, "planned"))
        step.update(replace(moved, baseline=IsoDate(due), forecast=None))
        said: dict[str, Any] = {"reason": reason, "decision": decision, "decided_on": decided_on}
        baselines.keep(workspace, step, project_id, day, **said)
    return step.change


def cancel(workspace: Workspace, milestone_id: int, amendment: str) -> Change:
    """Cancel a milestone by an amendment of the agreement, which the history then names."""
    milestone = cast(Milestone, present(workspace, "milestone", milestone_id))
    found = amendment_called(workspace, milestone.project_id or 0, amendment)
    name = name_of(milestone)
    with workspace.changing(f"Cancel {name} by amendment {found.code}") as step:
        said = f"Cancelled by amendment {found.code}"
        told = f"{milestone.delay_reason}; {said}" if milestone.delay_reason else said
        step.move(step.update(replace(milestone, delay_reason=told)), "cancelled")
    return step.change


def amendment_called(workspace: Workspace, project_id: int, code: str) -> Amendment:
    """The amendment with this code; Refused, naming those there are."""
    known = cast("list[Amendment]", workspace.find("amendment", project_id=project_id))
    found = [a for a in known if code.strip() and a.code.casefold() == code.strip().casefold()]
    if not found:
        named = ", ".join(a.code for a in known) or "none is recorded"
        raise Refused(
            f"A milestone is cancelled only by an amendment. There is no amendment {code!r}; known: {named}.",
            "no-amendment",
        )
    return found[0]
