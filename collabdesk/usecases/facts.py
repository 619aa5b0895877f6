"""Gather the facts of a project, of the portfolio, or of each project: sums in SQL, records only where dates decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, cast

from collabdesk.auditing.facts import (
    AwardSum,
    BudgetSum,
    CostSum,
    Facts,
    PartnerName,
)
from collabdesk.domain.budget_versions import BudgetVersion, in_force
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.findings import Finding
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.projects import Project
from collabdesk.domain.recommendations import Recommendation
from collabdesk.usecases.gathering import (
    agreement,
    amended,
    balance,
    books,
    budget,
    conversion,
    costs,
    crediting,
    grant,
    plan,
    pledges,
    sampling,
    sf425,
    value,
)
from collabdesk.usecases.gathering import contributions as contributed
from collabdesk.usecases.gathering.sums import less, sums_by_key, unit_of
from collabdesk.usecases.known_by import Where, later
from collabdesk.usecases.workspace import Workspace

_BUDGET_BASES = ("budget", "baseline", "forecast")
_NO_RESULT = frozenset({"dismissed", "withdrawn"})


def gather(workspace: Workspace, project: Project | None, as_of: date, only: Collection[str] | None = None) -> Facts:
    """The facts of one project, or of the portfolio as one, as known by `as_of`; of all topics, or `only` some.

    What only the audit of a single project looks at (late receipts, the day of each pledge) is left out of the
    portfolio, whose sums stay quick with 100,000 contributions.
    """
    with workspace.at_once():
        return _at_once(workspace, project, as_of, only)


def _at_once(workspace: Workspace, project: Project | None, as_of: date, only: Collection[str] | None) -> Facts:
    where: Where = {} if project is None else {"project_id": project.id}
    projects, undone = amended.as_known(workspace, (project,) if project else _projects(workspace), as_of)
    project = projects[0] if project is not None else None
    facts = replace(_gathered(workspace, where, project, projects, as_of, each=project is not None), undone=undone)
    facts = replace(facts, balance=balance.gathered(workspace, project, as_of, facts.contributions, facts.partners))
    return facts if project is None else replace(facts, **_of_one_project(workspace, project, as_of, facts, only))


def _of_one_project(
    ws: Workspace, project: Project, as_of: date, known: Facts, only: Collection[str] | None
) -> dict[str, Any]:
    """The topics that only a single project's figures look at: the field of Facts, and its file that gathers it."""
    topics: dict[str, Callable[[], Any]] = {
        "budgets": lambda: budget.gathered(ws, project, as_of),
        "pledges": lambda: pledges.gathered(ws, project, as_of, known.credits),
        "conversion": lambda: conversion.gathered(ws, project, as_of),
        "cost_facts": lambda: costs.gathered(ws, project, as_of),
        "sf425": lambda: sf425.gathered(ws, project, as_of),
        "value": lambda: value.gathered(ws, project, as_of, known.milestones),
        "plan": lambda: plan.gathered(ws, project, as_of, known),
        "grant": lambda: grant.gathered(ws, project, as_of),
        "books": lambda: books.gathered(ws, project, as_of),
        "agreement": lambda: agreement.gathered(ws, project, as_of, known),
        "samples": lambda: sampling.gathered(ws, project, as_of),
    }
    return {name: gathered() for name, gathered in topics.items() if only is None or name in only}


def gather_each(workspace: Workspace, as_of: date) -> Iterator[Facts]:
    """The facts of every project by itself, from the same few queries for all; what names no project is left out."""
    projects, undone = amended.as_known(workspace, _projects(workspace), as_of)
    whole = replace(_gathered(workspace, {}, None, projects, as_of, each=True), undone=undone)
    parts = {name: _by_project(getattr(whole, name)) for name in _SPLIT}
    people = _participants_of_each(workspace)
    for project in whole.projects:
        key = project.id or 0
        its: dict[str, Any] = {name: tuple(found.get(key, ())) for name, found in parts.items()}
        yield replace(
            whole, project=project, projects=(project,), due_ids={}, partner_ids=frozenset(people.get(key, ())), **its
        )


_SPLIT = (
    "budget", "costs", "contributions", "credits", "due", "late", "milestones", "deliverables", "indicators", "awards",
    "findings",
)  # fmt: skip


def _gathered(
    ws: Workspace, where: Where, project: Project | None, projects: tuple[Project, ...], as_of: date, *, each: bool
) -> Facts:
    people = {s.key[0] for s in ws.sums("participation", (), by=("partner_id",), where=where)}
    credited = crediting.gathered(ws, where, as_of)
    contributions = crediting.with_credits(contributed.contributions(ws, where, as_of, each=each), credited)
    people |= {c.partner_id for c in contributions}
    ids = frozenset(int(p) for p in people if p)
    actions = cast("list[Recommendation]", ws.find("recommendation"))
    answered = frozenset((a.project_id, a.finding) for a in actions if a.finding)
    codes = {s.key for s in ws.sums("finding", (), by=("project_id", "code"))} if answered else set()
    return Facts(
        as_of=as_of,
        project=project,
        projects=projects,
        budget=_budget(ws, where, projects, as_of),
        costs=_costs(ws, where, as_of),
        contributions=contributions,
        credits=credited,
        due=contributed.due(ws, where, as_of, credited, each=each),
        due_ids=contributed.due_ids(ws, where, as_of),
        late=contributed.late(ws, where, as_of) if each else (),
        milestones=tuple(cast("list[Milestone]", ws.find("milestone", **where))),
        deliverables=tuple(cast("list[Deliverable]", ws.find("deliverable", **where))),
        indicators=tuple(cast("list[Indicator]", ws.find("indicator", **where))),
        awards=_awards(ws, where),
        findings=_findings(ws, where),
        answered=answered,
        answered_anywhere=frozenset(code for project_id, code in answered if (project_id, code) not in codes),
        answered_ids=frozenset(a.finding_id for a in actions if a.finding_id),
        partner_ids=ids,
        partners=_partners(ws, ids | _also_named(ws, where), all_of_them=not where),
    )


def _projects(ws: Workspace) -> tuple[Project, ...]:
    return tuple(cast("list[Project]", ws.find("project")))


def _also_named(ws: Workspace, where: Where) -> frozenset[int]:
    """Members of a scale and suppliers: organisations that figures name although they take no part themselves."""
    if not where:
        return frozenset()
    return frozenset(
        i for noun in ("scale_share", "contract", "credit_event") for i in ws.stated(noun, "partner_id", where)
    )


def _partners(ws: Workspace, ids: frozenset[int], *, all_of_them: bool) -> dict[int, PartnerName]:
    if not (all_of_them or ids):
        return {}
    names = ("id", "short_name", "name", "country", "code")
    there = ws.kept_columns("partner", names, **({} if all_of_them else {"id": sorted(ids)}))
    partners = zip(*(there[name] for name in names), strict=True)
    return {number: PartnerName(short or name, country, code) for number, short, name, country, code in partners}


def _budget(ws: Workspace, where: Where, projects: tuple[Project, ...], as_of: date) -> tuple[BudgetSum, ...]:
    of_each: dict[int | None, list[BudgetVersion]] = defaultdict(list)
    for version in cast("list[BudgetVersion]", ws.find("budget_version", **where)):
        of_each[version.project_id].append(version)
    holding = {project: held.id for project, some in of_each.items() if (held := in_force(some, as_of))}
    imported: Where = {**where, "budget_version_id": None}
    if holding and not where:
        # Lines that a version has replaced are not even read.
        others = [p.id for p in projects if p.id not in holding]
        imported |= {"project_id": [None, *others]} if len(others) < len(holding) else {}
    found = [s for s in _planned(ws, imported) if s.key[0] not in holding]
    if holding:
        found += _planned(ws, {**where, "budget_version_id": list(holding.values())})
    # The same line planned as budget, baseline and forecast must not be added up: the first of these is taken.
    bases = {s.key[3] for s in found}
    basis = next((b for b in _BUDGET_BASES if b in bases), None)
    return tuple(
        BudgetSum(
            project_id=s.key[0],
            category=s.key[1] or "",
            unit=unit_of(s.key[2]),
            basis=s.key[3],
            amount=s.totals["amount"],
            records=s.records,
            version_id=holding.get(s.key[0]),
        )
        for s in found
        if s.key[3] == basis
    )


def _planned(ws: Workspace, where: Where) -> list[Any]:
    by = ("project_id", "category", "currency", "basis")
    return [s for s in ws.sums("budget", ("amount",), by=by, where=where) if s.totals["amount"] is not None]


def _costs(ws: Workspace, where: Where, as_of: date) -> tuple[CostSum, ...]:
    by = ("project_id", "category", "currency")
    fields = ("obligated", "expended")
    minus = [sums_by_key(ws, "cost", fields, by, condition) for condition in later(ws, "cost", where, as_of)]
    known = []
    for s in ws.sums("cost", fields, by=by, where=where):
        taken = [found[s.key] for found in minus if s.key in found]
        records = s.records - sum(t.records for t in taken)
        if records:
            known.append(
                CostSum(
                    project_id=s.key[0],
                    category=s.key[1] or "",
                    unit=unit_of(s.key[2]),
                    obligated=less(s, "obligated", *taken),
                    expended=less(s, "expended", *taken),
                    records=records,
                )
            )
    return tuple(known)


def _awards(ws: Workspace, where: Where) -> tuple[AwardSum, ...]:
    fields = ("amount", "passed_through", "findings_count")
    return tuple(
        AwardSum(
            project_id=s.key[0],
            unit=unit_of(s.key[1]),
            is_major=s.key[2],
            amount=s.totals["amount"],
            passed_through=s.totals["passed_through"],
            declared=s.totals["findings_count"],
            records=s.records,
        )
        for s in ws.sums("award", fields, by=("project_id", "currency", "is_major"), where=where)
    )


def _findings(ws: Workspace, where: Where) -> tuple[Finding, ...]:
    """The findings of others, as imported or typed: our own audits' findings are no facts of the next draft."""
    found = cast("list[Finding]", ws.find("finding", audit_id=None, **where))
    # An imported finding begins as a draft too, but it is its author's result already.
    stands = (f for f in found if f.status not in _NO_RESULT)
    return tuple(f for f in stands if f.batch_id is not None or f.status != "draft")


def _by_project(records: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for record in records:
        if record.project_id is not None:
            found[record.project_id].append(record)
    return found


def _participants_of_each(ws: Workspace) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for s in ws.sums("participation", (), by=("project_id", "partner_id")):
        if s.key[0] and s.key[1]:
            found[s.key[0]].append(s.key[1])
    return found
