"""Baselines: the plan frozen with its dates, effort and cost; a further one only with its reason and decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from collabdesk.domain.baseline_lines import BaselineLine
from collabdesk.domain.baselines import Baseline
from collabdesk.domain.dates import IsoDate, in_words
from collabdesk.domain.problems import Refused
from collabdesk.usecases.plan.entries import SUBJECTS, name_of, project_of

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Step, Workspace

_FINISHED = frozenset({"achieved", "cancelled", "submitted", "accepted", "rejected"})


def frozen(workspace: Workspace, project_id: int, as_of: date | None = None) -> list[Baseline]:
    """The frozen baselines in the order in which they were frozen; those frozen later than `as_of` are left out."""
    found = cast("list[Baseline]", workspace.find("baseline", project_id=project_id, status="frozen"))
    known = [b for b in found if as_of is None or not b.frozen_on or b.frozen_on <= as_of.isoformat()]
    return sorted(known, key=lambda b: (b.frozen_on or "", b.id or 0))


def last(workspace: Workspace, project_id: int, as_of: date | None = None) -> Baseline | None:
    """The baseline that counts: the last one frozen."""
    found = frozen(workspace, project_id, as_of)
    return found[-1] if found else None


def lines_of(workspace: Workspace, baseline: Baseline) -> list[BaselineLine]:
    """What a baseline holds."""
    return cast("list[BaselineLine]", workspace.find("baseline_line", baseline_id=baseline.id))


def called(workspace: Workspace, project_id: int, code: str) -> Baseline:
    """The frozen baseline with this code; Refused, naming those there are."""
    known = frozen(workspace, project_id)
    found = [b for b in known if b.code.casefold() == code.strip().casefold()]
    if not found:
        named = ", ".join(b.code for b in known) or "none is frozen yet"
        raise Refused(f"There is no baseline {code!r}. Known: {named}.", "unknown-baseline")
    return found[-1]


def freeze(
    workspace: Workspace,
    project_id: int,
    day: date,
    *,
    title: str = "",
    reason: str = "",
    decision: str = "",
    decided_on: str | None = None,
    adopt: bool = False,
) -> Baseline:
    """Freeze the plan as it is approved on `day`, for good: undo does not take it back.

    With `adopt` the forecasts of what is not finished become the approved dates first. Refused for a further baseline
    without its reason and decision, and for a day before the last one.
    """
    project = project_of(workspace, project_id)
    _refuse(workspace, project_id, day, reason, decision)
    code = _next_code(workspace, project_id)
    with workspace.changing(f"Freeze baseline {code} of {project.acronym or project.code}") as step:
        if adopt:
            adopt_forecasts(workspace, step, project_id)
        return keep(
            workspace, step, project_id, day, code=code, title=title, reason=reason, decision=decision,
            decided_on=decided_on,
        )  # fmt: skip


def keep(workspace: Workspace, step: Step, project_id: int, day: date, *, code: str = "", **said: Any) -> Baseline:
    """Within a step: the baseline with its lines, frozen."""
    from collabdesk.usecases.plan.baseline_lines import lines_now  # comes with the database's library

    lines = lines_now(workspace, project_id)
    if not lines:
        raise Refused("There is nothing to freeze: no work package, milestone or deliverable is recorded.", "nothing")
    code = code or _next_code(workspace, project_id)
    said["title"] = said.get("title") or f"Plan of {in_words(day.isoformat())}"
    begun = step.add(Baseline(project_id=project_id, code=code, frozen_on=IsoDate(day.isoformat()), **said))
    step.add_many([replace(line, baseline_id=begun.id) for line in lines])
    return cast(Baseline, step.move(begun, "frozen"))


def _refuse(workspace: Workspace, project_id: int, day: date, reason: str, decision: str) -> None:
    before = last(workspace, project_id)
    if before is None:
        return
    if not reason.strip() or not decision.strip():
        raise Refused(
            f"Baseline {before.code} is frozen. A further one needs its reason and the decision that approved it.",
            "needs-decision",
        )
    if before.frozen_on and day.isoformat() < before.frozen_on:
        raise Refused(
            f"Baseline {before.code} was frozen on {in_words(before.frozen_on)}; a further one cannot be older.",
            "too-early",
        )


def refuse_without_decision(reason: str, decision: str, why: str) -> None:
    """Refused, with `why`, unless both are given."""
    if not reason.strip() or not decision.strip():
        raise Refused(f"{why} Give its reason and the decision that approved it.", "needs-decision")


def _next_code(workspace: Workspace, project_id: int) -> str:
    known = {str(getattr(b, "code", "")) for b in workspace.find("baseline", project_id=project_id)}
    number = 1
    while f"BL{number}" in known:
        number += 1
    return f"BL{number}"


def adopt_forecasts(
    workspace: Workspace, step: Step, project_id: int, wanted: Callable[[str], bool] | None = None
) -> None:
    """Within a step: the forecasts of what is not finished become the approved dates, of all or of those `wanted`."""
    for noun in SUBJECTS:
        changed = []
        for record in workspace.find(noun, project_id=project_id):
            fields = _adopted(noun, record)
            if fields and (wanted is None or wanted(name_of(record))):
                changed.append(replace(record, **fields))
        if changed:
            step.update_many(changed)


def _adopted(noun: str, record: Any) -> dict[str, Any]:
    if getattr(record, "status", "") in _FINISHED or getattr(record, "actual_end", None):
        return {}
    if noun == "work_package":
        found = {"start": record.forecast_start or record.start, "end": record.forecast_end or record.end}
    else:
        found = {"baseline" if noun == "milestone" else "due": record.forecast}
    return {field: value for field, value in found.items() if value and value != getattr(record, field)}
