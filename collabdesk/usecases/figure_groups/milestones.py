"""Milestones: how many fell due, how many were on time, how many are overdue and by how much they slip."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.auditing.plan_facts import Entry
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.rules import Outcome
from collabdesk.domain.standing import achieved, on_time
from collabdesk.domain.told import told
from collabdesk.measures.punctuality import OVERDUE, PUNCTUALITY, due_by, overdue, punctuality
from collabdesk.measures.slip import LARGEST, MEAN, SLIP, largest_slip, mean_slip, slips
from collabdesk.measures.totals import COUNT, counted
from collabdesk.usecases.figuring import Group, figure

_SHOWN = 60


def _figures(facts: Facts) -> Iterator[Figure]:
    if not facts.milestones:
        return
    make = partial(figure, facts, "milestones")
    fell_due, late = due_by(facts.milestones, facts.as_of), overdue(facts.milestones, facts.as_of)
    timely = [m for m in fell_due if on_time(m, facts.as_of)]
    undated = sum(1 for m in fell_due if m.achieved is None and achieved(m, facts.as_of))
    every = (*_basis(facts.milestones, "code"), *_basis([m for m in facts.milestones if not m.code], "title"))
    yield make(COUNT, "milestones", counted(len(facts.milestones)), label="Milestones", basis=every)
    yield make(
        PUNCTUALITY,
        "punctuality",
        punctuality(facts.milestones, facts.as_of),
        inputs={"on time": len(timely), "due": len(fell_due), **_measured(facts)},
        basis=(*_basis(fell_due, "achieved"), *_basis(fell_due, "baseline")),
        note=told(
            "{undated} achieved milestones have no day of achievement and do not count as on time", undated=undated
        )
        if undated
        else None,
    )
    yield make(
        OVERDUE,
        "milestones-overdue",
        counted(len(late)),
        basis=tuple(b for field in ("baseline", "forecast", "achieved") for b in _basis(facts.milestones, field)),
    )
    moved = slips(facts.milestones, facts.as_of)
    days = [d for d, _ in moved]
    compared = [m for _, m in moved]
    basis = tuple(b for field in ("baseline", "forecast", "achieved") for b in _basis(compared, field))
    yield make(
        MEAN,
        "slip-mean",
        mean_slip(days),
        inputs={"n": len(days), "sum of days": sum(days), **_measured(facts)},
        basis=basis,
    )
    worst = compared[:1]
    named = worst[0].code or worst[0].title if worst else ""
    if facts.project:
        yield from (_one(facts, d, m) for d, m in moved[:_SHOWN])
    yield make(
        LARGEST,
        "slip-largest",
        largest_slip(days),
        inputs={"n": len(days), "milestone": named, **_measured(facts)},
        basis=basis,
    )


def _one(facts: Facts, days: int, milestone: Milestone) -> Figure:
    dates = ("baseline", "forecast", "achieved")
    frozen = _frozen(facts, milestone)
    return figure(
        facts,
        "milestones",
        SLIP,
        "slip",
        Outcome(Decimal(days)),
        detail=" ".join(part for part in (milestone.code, milestone.title) if part),
        detail_slug=slug_of(milestone.code) if milestone.code else f"m{milestone.id or 0}",
        inputs={
            "baseline": milestone.baseline,
            "forecast": milestone.forecast,
            "achieved": milestone.achieved if achieved(milestone, facts.as_of) else None,
            **(_measured(facts) if frozen else {}),
        },
        note=told("the frozen baseline says {baseline_end}", baseline_end=frozen.baseline_end)
        if frozen and frozen.baseline_end != milestone.baseline
        else None,
        basis=tuple(b for name in dates for b in _basis((milestone,), name)),
    )


def _measured(facts: Facts) -> dict[str, object]:
    """The frozen baseline that the approved days are those of; nothing while none is frozen."""
    if facts.plan is None or facts.plan.baseline is None:
        return {}
    return {"frozen baseline": facts.plan.baseline_name}


def _frozen(facts: Facts, milestone: Milestone) -> Entry | None:
    """The milestone as it stands in the frozen baseline; None where there is none."""
    if facts.plan is None or facts.plan.baseline is None:
        return None
    its = (e for e in facts.plan.entries if e.subject == "milestone" and e.id == milestone.id and e.in_baseline)
    return next(its, None)


def _basis(milestones: list[Milestone] | tuple[Milestone, ...], field: str) -> tuple[Basis, ...]:
    ids = tuple(m.id or 0 for m in milestones if getattr(m, field))
    return (Basis("milestone", field, ids=ids),) if ids else ()


GROUP = Group("milestones", 50, _figures)
