"""Milestones: how many fell due, how many were on time, how many are overdue and by how much they slip."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from collabdesk.auditing.facts import Facts
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.standing import achieved, on_time
from collabdesk.measures.punctuality import OVERDUE, PUNCTUALITY, due_by, overdue, punctuality
from collabdesk.measures.slip import LARGEST, MEAN, largest_slip, mean_slip, slips
from collabdesk.measures.totals import COUNT, counted
from collabdesk.usecases.figuring import Group, figure


def _figures(facts: Facts) -> Iterator[Figure]:
    if not facts.milestones:
        return
    make = partial(figure, facts, "milestones")
    fell_due, late = due_by(facts.milestones, facts.as_of), overdue(facts.milestones, facts.as_of)
    timely = [m for m in fell_due if on_time(m, facts.as_of)]
    undated = sum(1 for m in fell_due if m.achieved is None and achieved(m, facts.as_of))
    every = _basis(facts.milestones, "code")
    yield make(COUNT, "milestones", counted(len(facts.milestones)), label="Milestones", basis=every)
    yield make(
        PUNCTUALITY,
        "punctuality",
        punctuality(facts.milestones, facts.as_of),
        inputs={"on time": len(timely), "due": len(fell_due)},
        basis=(*_basis(fell_due, "achieved"), *_basis(fell_due, "baseline")),
        note=f"{undated} achieved milestones have no day of achievement and do not count as on time"
        if undated
        else None,
    )
    yield make(
        OVERDUE, "milestones-overdue", counted(len(late)), basis=(*_basis(late, "forecast"), *_basis(late, "baseline"))
    )
    moved = slips(facts.milestones, facts.as_of)
    days = [d for d, _ in moved]
    compared = [m for _, m in moved]
    basis = tuple(b for field in ("baseline", "forecast", "achieved") for b in _basis(compared, field))
    yield make(MEAN, "slip-mean", mean_slip(days), inputs={"n": len(days), "sum of days": sum(days)}, basis=basis)
    worst = compared[:1]
    its = tuple(b for field in ("baseline", "forecast", "achieved") for b in _basis(worst, field))
    named = worst[0].code or worst[0].title if worst else ""
    yield make(LARGEST, "slip-largest", largest_slip(days), inputs={"n": len(days), "milestone": named}, basis=its)


def _basis(milestones: list[Milestone] | tuple[Milestone, ...], field: str) -> tuple[Basis, ...]:
    ids = tuple(m.id or 0 for m in milestones if getattr(m, field))
    return (Basis("milestone", field, ids=ids),) if ids else ()


GROUP = Group("milestones", 50, _figures)
