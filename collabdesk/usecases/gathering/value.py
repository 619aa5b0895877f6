"""Gather what earned value is counted from: sums in SQL of budget lines and costs, and the records of the plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

from collabdesk.auditing.value_facts import ValueFacts
from collabdesk.auditing.value_plan import Planned, highest_number, plan_over_time
from collabdesk.auditing.value_tree import Tree, key
from collabdesk.domain.baseline_lines import BaselineLine
from collabdesk.domain.baselines import Baseline
from collabdesk.domain.budget_versions import BudgetVersion, begins, in_force
from collabdesk.domain.dates import earliest, in_words, latest
from collabdesk.domain.figures import Basis
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.phases import Frame, stated
from collabdesk.domain.progress import Progress
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.spans import months_of
from collabdesk.domain.told import in_a_row, told
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.usecases.gathering.value_costs import with_costs
from collabdesk.usecases.workspace import Workspace

_BASES = ("budget", "baseline", "forecast")
_NO_PLAN = "no budget line, no frozen baseline and no work package states a planned cost"
Plans = dict[str, list[Planned]]


def gathered(
    workspace: Workspace, project: Project, as_of: date, milestones: Iterable[Milestone] | None = None
) -> tuple[ValueFacts, ...]:
    """One for each currency that the plan is in, the project's own first; without a plan one that says why.

    `milestones` are the project's, where they were read already.
    """
    where = {"project_id": project.id}
    tree = Tree(
        cast("list[WorkPackage]", workspace.find("work_package", **where)),
        cast("list[Progress]", workspace.find("progress", **where)),
        cast("list[Milestone]", workspace.find("milestone", **where)) if milestones is None else milestones,
    )
    rows, version = _budget(workspace, project, as_of)
    plans, source = _plans(workspace, project, tree, rows, version, as_of)
    reporting = cast("list[ReportingPeriod]", workspace.find("reporting_period", **where))
    frame = _frame(project, reporting, [line.period for some in plans.values() for line in some])
    home = project.currency or NO_CURRENCY
    units = sorted(plans, key=lambda unit: (unit != home, unit)) or [home]
    dated = tuple(_dates(project, tree, reporting))
    made = [replace(_facts(unit, plans.get(unit, []), source, tree, frame), time_basis=dated) for unit in units]
    return tuple(with_costs(workspace, project, tree, made, as_of))


def _facts(unit: str, lines: list[Planned], source: str, tree: Tree, frame: Frame) -> ValueFacts:
    if not lines:
        return ValueFacts(unit=unit, why_no_plan=_NO_PLAN, readings=tree.whole)
    found = plan_over_time(lines, tree, frame)
    return ValueFacts(
        unit=unit,
        source=source,
        parts=found.parts,
        scale=found.scale,
        why_no_plan="" if found.scale else "nothing of the plan could be placed in time",
        readings=tree.whole,
        plan_basis=tuple(dict.fromkeys(b for part in found.parts for b in part.basis)),
        plan_notes=found.notes,
    )


def _budget(ws: Workspace, project: Project, as_of: date) -> tuple[list[Any], BudgetVersion | None]:
    """The sums of the lines of the budget in force, of one basis only, and its version (None: as first recorded)."""
    by = ("work_package", "period", "currency", "basis", "budget_version_id")
    where = {"project_id": project.id}
    rows = [s for s in ws.sums("budget", ("amount",), by=by, where=where) if s.totals["amount"] is not None]
    versions = cast("list[BudgetVersion]", ws.find("budget_version", **where)) if rows else []
    held = in_force(versions, as_of)
    if held is None and rows and all(s.key[4] is not None for s in rows):
        # Before the first version takes effect there is no other plan to measure against.
        held = min((v for v in versions if v.status in ("approved", "superseded")), key=begins, default=None)
    found = [s for s in rows if s.key[4] == (held.id if held else None)]
    bases = {s.key[3] for s in found}
    basis = next((b for b in _BASES if b in bases), None)
    return [s for s in found if s.key[3] == basis], held


def _plans(ws: Workspace, project: Project, tree: Tree, rows: list[Any], version: BudgetVersion | None,
           as_of: date) -> tuple[Plans, str]:  # fmt: skip
    """The planned amounts by currency, and what they were taken from."""
    if not any(s.key[1] for s in rows):
        baseline = _baseline(ws, project, as_of)
        plans = _of_baseline(ws, project, tree, baseline) if baseline else {}
        if baseline and plans:
            when = told(", frozen on {frozen_on}", frozen_on=in_words(baseline.frozen_on)) if baseline.frozen_on else ""
            return plans, told(
                "costs of baseline {code}{when}", code=baseline.code or baseline.title or baseline.id, when=when
            )
    plans = _of_budget(project, rows)
    source = (
        told("budget lines of version {code}", code=version.code or version.title or version.id)
        if version
        else told("budget lines")
    )
    if all(s.key[0] for s in rows):
        costed = list(_costed(tree, {key(s.key[0]) for s in rows}, project))
        for unit, line in costed:
            plans.setdefault(unit, []).append(line)
        if costed:
            names = ", ".join(line.code for _, line in costed)
            own = told("planned costs of work packages {names}", names=names)
            source = in_a_row([source, own]) if rows else own
    return plans, source


def _of_budget(project: Project, rows: list[Any]) -> Plans:
    plans: Plans = defaultdict(list)
    for s in rows:
        code, period, currency, basis, version = s.key
        condition = (
            ("project_id", project.id), ("currency", currency or ""), ("basis", basis), ("budget_version_id", version),
            ("work_package", code or ""),
        )  # fmt: skip
        line = Planned(
            code=code or "",
            period=period or "",
            amount=s.totals["amount"],
            basis=Basis("budget", "amount", where=condition),
        )
        plans[currency or NO_CURRENCY].append(line)
    return dict(plans)


def _baseline(ws: Workspace, project: Project, as_of: date) -> Baseline | None:
    """The last baseline that was frozen by the day."""
    found = cast("list[Baseline]", ws.find("baseline", project_id=project.id, status="frozen"))
    known = [b for b in found if not b.frozen_on or latest(b.frozen_on) <= as_of]
    return max(known, key=lambda b: (b.frozen_on or "", b.id or 0), default=None)


def _of_baseline(ws: Workspace, project: Project, tree: Tree, baseline: Baseline) -> Plans:
    lines = cast("list[BaselineLine]", ws.find("baseline_line", baseline_id=baseline.id, subject="work_package"))
    costed = [line for line in lines if line.cost is not None]
    plans: Plans = defaultdict(list)
    for line in _on_top(costed, tree):
        plans[line.currency or project.currency or NO_CURRENCY].append(
            Planned(
                code=line.code,
                amount=line.cost or Decimal(0),
                basis=Basis("baseline_line", "cost", ids=(line.id or 0,)),
                span=stated(line.start, line.end),
            )
        )
    return dict(plans)


def _on_top(lines: list[BaselineLine], tree: Tree) -> Iterator[BaselineLine]:
    # The cost of a work package holds those of its tasks: only what stands under no other line counts.
    return (x for x in lines if not any(tree.is_below(x.code, other.code) for other in lines))


def _costed(tree: Tree, planned: set[str], project: Project) -> Iterator[tuple[str, Planned]]:
    """The planned costs of work packages for which no budget line is recorded, nor for a task or package of theirs."""
    held = planned | {tree.top(k) for k in planned}
    for work in tree.works:
        mine = key(work.code)
        others = [w for w in tree.works if w.cost is not None and tree.is_below(work.code, w.code)]
        if work.cost is None or mine in held or tree.top(work.code) in held or others:
            continue
        basis = Basis("work_package", "cost", ids=(work.id or 0,))
        unit = work.currency or project.currency or NO_CURRENCY
        yield unit, Planned(code=work.code, amount=work.cost, basis=basis)


def _dates(project: Project, tree: Tree, reporting: Iterable[ReportingPeriod]) -> Iterator[Basis]:
    """The cells of the dates between which a plan is spread: of the project, its periods and its work packages."""
    for noun, ids in (
        ("project", (project.id or 0,)),
        ("reporting_period", tuple(p.id or 0 for p in reporting)),
        ("work_package", tuple(w.id or 0 for w in tree.works)),
    ):
        yield from (Basis(noun, field, ids=ids) for field in ("start", "end") if ids)


def _frame(project: Project, reporting: Iterable[ReportingPeriod], periods: Iterable[str]) -> Frame:
    spans = ((p.code, stated(p.start, p.end)) for p in reporting)
    start = earliest(project.start) if project.start else None
    end = latest(project.end) if project.end else None
    months = int(project.duration_months or 0)
    if start and end is None and months > 0:
        end = months_of(start, 1, months).last
    placed = tuple((code, span) for code, span in spans if code and span)
    return Frame(start=start, end=end, reporting=placed, numbered=highest_number(periods))
