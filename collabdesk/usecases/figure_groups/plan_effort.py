"""Person-months: those used beside those planned, of the project and of each work package with its tasks."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.facts import Facts, total
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.auditing.plan_facts import EffortOf, Entry, PlanFacts
from collabdesk.domain.figures import Basis, Figure
from collabdesk.measures.effort_use import USE, person_months, used
from collabdesk.usecases.figuring import Group, figure

_SHOWN = 60


def _figures(facts: Facts) -> Iterator[Figure]:
    plan = facts.plan
    if plan is None:
        return
    packages = [e for e in plan.entries if e.subject == "work_package"]
    tops = [e for e in packages if e.level == 0]
    if not plan.effort and all(_planned(e, packages) is None for e in tops):
        return
    stated = [_planned(e, packages) for e in tops]
    yield _figure(facts, plan, plan.effort, total(stated), packages)
    for e in tops[:_SHOWN]:
        its = {e.name, *(d.name for d in _below(e, packages))}
        effort = tuple(one for one in plan.effort if one.work_package in its)
        planned = _planned(e, packages)
        if effort or planned is not None:
            yield _figure(facts, plan, effort, planned, [e, *_below(e, packages)], e)


def _figure(facts: Facts, plan: PlanFacts, effort: tuple[EffortOf, ...], planned: Decimal | None,
            packages: list[Entry], of: Entry | None = None) -> Figure:  # fmt: skip
    days = sum((one.days for one in effort), Decimal(0)) if effort else None
    months = person_months(days, plan.days_per_year)
    inputs: dict[str, object] = {
        "days worked": days,
        "person-months used": None if months is None else months.quantize(Decimal("0.01")),
        "planned person-months": planned,
    }
    if effort:
        inputs |= {"days per year": plan.days_per_year, "rule pack": plan.pack}
    return figure(
        facts,
        "plan_effort",
        USE,
        "person-months",
        used(days, plan.days_per_year, planned),
        detail=" ".join(part for part in (of.code, of.title) if part) if of else "",
        detail_slug="" if of is None else slug_of(of.code) if of.code else f"w{of.id}",
        inputs=inputs,
        basis=(*_worked(facts, effort), *_plan(packages)),
        note=(plan.pack_note if effort else "") or None,
    )


def _planned(package: Entry, packages: list[Entry]) -> Decimal | None:
    """What is planned for it; where it states nothing itself, for its tasks together."""
    if package.person_months is not None:
        return package.person_months
    children = [e for e in packages if e.parent == package.code and package.code and e.level == package.level + 1]
    return total([_planned(e, packages) for e in children])


def _below(package: Entry, packages: list[Entry]) -> list[Entry]:
    found: list[Entry] = []
    place = packages.index(package) + 1
    while place < len(packages) and packages[place].level > package.level:
        found.append(packages[place])
        place += 1
    return found


def _worked(facts: Facts, effort: tuple[EffortOf, ...]) -> Iterator[Basis]:
    number = facts.project.id if facts.project else None
    for one in effort:
        if one.ids:
            yield Basis("effort", "days", ids=one.ids)
        else:
            yield Basis("effort", "days", where=(("project_id", number), ("work_package", one.work_package)))


def _plan(packages: list[Entry]) -> Iterator[Basis]:
    ids = tuple(e.id for e in packages if e.person_months is not None)
    if ids:
        yield Basis("work_package", "person_months", ids=ids)


GROUP = Group("plan_effort", 46, _figures)
