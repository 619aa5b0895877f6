"""The plan: slip of every entry against the frozen baseline, float and the critical path, evidence that is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.auditing.plan_cells import approved_of, cells_of, dates_of
from collabdesk.auditing.plan_facts import Entry, PlanFacts
from collabdesk.domain.dates import earliest, latest
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import in_a_row, told
from collabdesk.measures import critical_path, plan_slip
from collabdesk.measures.critical_path import Passes, passes
from collabdesk.measures.totals import COUNT, counted
from collabdesk.usecases.figuring import Group, figure

_SHOWN = 400


def _figures(facts: Facts) -> Iterator[Figure]:
    plan = facts.plan
    if plan is None:
        return
    path = passes([e.activity for e in plan.entries if not e.is_cancelled])
    yield from _whole(facts, plan, path)
    yield from (_one(facts, plan, path, entry) for entry in plan.entries[:_SHOWN])


def _whole(facts: Facts, plan: PlanFacts, path: Passes) -> Iterator[Figure]:
    make = partial(figure, facts, "plan")
    named = {"baseline": plan.baseline_name}
    frozen = [Basis("baseline", "frozen_on", ids=(plan.baseline.id or 0,))] if plan.baseline else []
    yield make(COUNT, "baselines", counted(plan.baselines), label="Frozen baselines", inputs=named, basis=frozen)
    slips = [(_slip(plan, e), e) for e in plan.entries if not e.is_cancelled]
    worst = max((p for p in slips if p[0].value is not None), key=lambda p: p[0].value or 0, default=None)
    yield make(
        plan_slip.LARGEST, "plan-slip-largest", plan_slip.largest(outcome for outcome, _ in slips),
        inputs={**named, "entry": worst[1].name if worst else None}, basis=dates_of(e for _, e in slips),
    )  # fmt: skip
    yield from _path(facts, path, plan)
    if plan.baseline:
        frozen_ones = [e for e in plan.entries if e.in_baseline]
        moved = [e for e in frozen_ones if _is_drifted(e)]
        yield make(
            plan_slip.DRIFT, "plan-drift", counted(len(moved)),
            inputs={**named, "entries": _names(moved)},
            basis=[*_approved(frozen_ones), *dates_of(frozen_ones)],
        )  # fmt: skip
    for subject, slug, what in (("milestone", "milestones", "Milestones achieved"),
                                ("deliverable", "deliverables", "Deliverables handed in")):  # fmt: skip
        reached = [e for e in plan.entries if e.subject == subject and e.is_done]
        bare = [e for e in reached if e.key not in plan.proven]
        if reached:
            yield make(
                plan_slip.UNPROVEN, f"evidence-missing-{slug}", counted(len(bare)),
                label=told("{what} without evidence", what=told(what)),
                inputs={"reached": len(reached), "with evidence": len(reached) - len(bare), "entries": _names(bare)},
                basis=[*_named(bare), *dates_of(reached)],
            )  # fmt: skip


def _path(facts: Facts, path: Passes, plan: PlanFacts) -> Iterator[Figure]:
    make = partial(figure, facts, "plan")
    by_name = {e.name: e for e in reversed(plan.entries)}
    critical = [by_name[c] for c in path.critical]
    told = in_a_row(path.problems) or None
    outcome = counted(len(critical)) if path.reason is None else Outcome(None, path.reason)
    days = [day for e in plan.entries for day in (e.baseline_start, e.start, e.baseline_end, e.end) if day]
    inputs: dict[str, object] = {
        "path": " → ".join(path.critical) or None,
        "entries with dates": len(path.timings),
        "as of": facts.as_of.isoformat(),
        "project start": facts.project.start if facts.project else None,
        "first day": min((earliest(d) for d in days), default=None),
        "last day": max((latest(d) for d in days), default=None),
    }
    note = told if path.reason is None else in_a_row(path.problems[1:]) or None
    yield make(critical_path.CRITICAL, "critical-path", outcome, inputs=inputs, basis=dates_of(plan.entries), note=note)
    end = facts.project.end if facts.project else None
    inputs = {"last early finish": path.finish.isoformat() if path.finish else None, "project end": end}
    basis = [Basis("project", "end", ids=(facts.project.id or 0,))] if facts.project and end else []
    yield make(
        critical_path.FINISH, "plan-margin",
        critical_path.margin(path.finish, latest(end) if end else None, path.reason), inputs=inputs,
        basis=[*basis, *dates_of(plan.entries)],
    )  # fmt: skip
    milestones = [e for e in plan.entries if e.subject == "milestone" and not e.is_cancelled]
    if milestones:
        late = [e for e in milestones if not e.is_done and e.end and latest(e.end) < facts.as_of]
        urgent = [e for e in late if e.said_critical or e.name in path.critical]
        yield make(
            plan_slip.CRITICAL_OVERDUE, "critical-milestones-overdue", counted(len(urgent)),
            inputs={"overdue": len(late), "entries": _names(urgent)}, basis=dates_of(plan.entries),
            note=path.reason,
        )  # fmt: skip


def _one(facts: Facts, plan: PlanFacts, path: Passes, entry: Entry) -> Figure:
    """One entry of the plan: its slip, and everything that its line of the Gantt chart shows."""
    total_float = path.total_float(entry.name)
    inputs = {
        "kind": _kind(entry, path),
        "level": entry.level,
        "baseline": plan.baseline_name,
        "baseline start": entry.baseline_start,
        "baseline end": entry.baseline_end,
        "start": entry.start,
        "end": entry.end,
        "begun": "yes" if entry.has_begun else "no",
        "done": None if entry.done is None else f"{entry.done.normalize():f}",
        "finished": "cancelled" if entry.is_cancelled else "yes" if entry.is_done else "no",
        "total float": total_float,
        "critical": "yes" if entry.name in path.critical else "no",
        "waits for": in_a_row(map(str, entry.waits)) or None,
    }
    return figure(
        facts,
        "plan",
        plan_slip.SLIP,
        "plan-slip",
        _slip(plan, entry),
        detail=" ".join(part for part in (entry.code, entry.title) if part),
        detail_slug=slug_of(entry.code) if entry.code else f"{entry.subject[0]}{entry.id}",
        inputs={**inputs, "code": entry.name},
        basis=dates_of([entry]),
    )


def _kind(entry: Entry, path: Passes) -> str:
    if entry.subject != "work_package":
        return entry.subject
    return told("summary") if entry.name in path.parts else told("task")


def _slip(plan: PlanFacts, entry: Entry) -> Outcome:
    if entry.is_cancelled:
        return Outcome(None, told("it is cancelled"))
    finish = latest(entry.end) if entry.end else None
    before = latest(entry.baseline_end) if entry.baseline_end else None
    return plan_slip.slip(finish, before, is_frozen=plan.baseline is not None)


def _is_drifted(entry: Entry) -> bool:
    approved = [(entry.approved_start if not entry.is_point else None, entry.approved_end)]
    return plan_slip.drifted(approved, [(entry.baseline_start, entry.baseline_end)]) > 0


def _names(entries: Iterable[Entry]) -> str | None:
    return ", ".join(e.name for e in entries) or None


def _approved(entries: Iterable[Entry]) -> list[Basis]:
    """The cells of the dates as they are approved now."""
    return cells_of((e, field) for e in entries for field, value in approved_of(e) if value)


def _named(entries: Iterable[Entry]) -> list[Basis]:
    return cells_of((e, "code" if e.code else "title") for e in entries)


GROUP = Group("plan", 45, _figures)
