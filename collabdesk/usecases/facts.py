"""Gather the facts of a project, of the portfolio, or of each project: sums in SQL, records only where dates decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

from collabdesk.auditing.facts import (
    AwardSum,
    BudgetSum,
    ContributionSum,
    CostSum,
    DueSum,
    Facts,
    LateSum,
    PartnerName,
    total,
)
from collabdesk.auditing.pledge_facts import Credited
from collabdesk.domain.budget_versions import BudgetVersion, in_force
from collabdesk.domain.dates import latest
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.findings import Finding
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.projects import Project
from collabdesk.domain.recommendations import Recommendation
from collabdesk.measures.delivery import shortfall
from collabdesk.usecases.gathering import (
    balance,
    budget,
    conversion,
    costs,
    crediting,
    grant,
    plan,
    pledges,
    sf425,
    value,
)
from collabdesk.usecases.known_by import Where, later
from collabdesk.usecases.workspace import Workspace

_BUDGET_BASES = ("budget", "baseline", "forecast")
_NO_RESULT = frozenset({"dismissed", "withdrawn"})


def gather(workspace: Workspace, project: Project | None, as_of: date, only: Collection[str] | None = None) -> Facts:
    """The facts of one project, or of the portfolio as one, as known by `as_of`; of all topics, or `only` some.

    What only the audit of a single project looks at (late receipts, the day of each pledge) is left out of the
    portfolio, whose sums stay quick with 100,000 contributions.
    """
    where: Where = {} if project is None else {"project_id": project.id}
    projects = _projects(workspace) if project is None else (project,)
    facts = _gathered(workspace, where, project, projects, as_of, each=project is not None)
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
    }
    return {name: gathered() for name, gathered in topics.items() if only is None or name in only}


def gather_each(workspace: Workspace, as_of: date) -> Iterator[Facts]:
    """The facts of every project by itself, from the same few queries for all; what names no project is left out."""
    whole = _gathered(workspace, {}, None, _projects(workspace), as_of, each=True)
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
    contributions = crediting.with_credits(_contributions(ws, where, as_of, each=each), credited)
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
        due=_due(ws, where, as_of, credited, each=each),
        due_ids=_due_ids(ws, where, as_of),
        late=_late(ws, where, as_of) if each else (),
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
    names = ("id", "short_name", "name", "country")
    there = ws.kept_columns("partner", names, **({} if all_of_them else {"id": sorted(ids)}))
    partners = zip(*(there[name] for name in names), strict=True)
    return {number: PartnerName(short or name, country) for number, short, name, country in partners}


def _unit(currency: str | None, account: str | None = "") -> str:
    return account or currency or NO_CURRENCY


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
            unit=_unit(s.key[2]),
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
    minus = [_sums_by_key(ws, "cost", fields, by, condition) for condition in later(ws, "cost", where, as_of)]
    known = []
    for s in ws.sums("cost", fields, by=by, where=where):
        taken = [found[s.key] for found in minus if s.key in found]
        records = s.records - sum(t.records for t in taken)
        if records:
            known.append(
                CostSum(
                    project_id=s.key[0],
                    category=s.key[1] or "",
                    unit=_unit(s.key[2]),
                    obligated=_less(s, "obligated", *taken),
                    expended=_less(s, "expended", *taken),
                    records=records,
                )
            )
    return tuple(known)


def _less(whole: Any, field: str, *parts: Any) -> Decimal | None:
    """The total of a field without the parts not yet known; None where no record is left that states it."""
    taken = [p for p in parts if p is not None]
    if not taken:
        return whole.totals[field] if whole.counts[field] else None
    if whole.counts[field] - sum(p.counts[field] for p in taken) == 0:
        return None
    return cast("Decimal", whole.totals[field]) - sum((p.totals[field] or Decimal(0) for p in taken), Decimal(0))


def _days(ws: Workspace, noun: str, field: str, where: Where, wanted: Callable[[date], bool]) -> list[str]:
    """The distinct days of a date field, as they are recorded, whose last possible day is wanted."""
    return sorted(d for d in ws.stated(noun, field, where) if d and wanted(latest(d)))


def _contributions(ws: Workspace, where: Where, as_of: date, *, each: bool) -> tuple[ContributionSum, ...]:
    by = ("partner_id", "form", "currency", "unit_of_account", *(("project_id",) if each else ()))
    unknown = later(ws, "contribution", where, as_of)
    minus = _sums_by_key(ws, "contribution", ("received",), by, unknown[0]) if unknown else {}
    sums = ws.sums("contribution", ("amount", "pledged", "called", "received"), by=by, where=where)
    ws.check()
    return tuple(
        ContributionSum(
            project_id=s.key[4] if each else None,
            partner_id=s.key[0],
            form=s.key[1] or "",
            unit=_unit(s.key[2], s.key[3]),
            has_account=bool(s.key[3]),
            amount=s.totals["amount"],
            pledged=s.totals["pledged"],
            called=s.totals["called"],
            received=_less(s, "received", minus.get(s.key)),
            records=s.records,
        )
        for s in sums
    )


def _due(ws: Workspace, where: Where, as_of: date, credited: Iterable[Credited], *, each: bool) -> tuple[DueSum, ...]:
    past = _days(ws, "contribution", "due", where, lambda day: day < as_of)
    if not past:
        return ()
    by = ("project_id", "partner_id", "form", "currency", "unit_of_account", *(("due",) if each else ()))
    due = {**where, "due": past}
    unknown = later(ws, "contribution", due, as_of)
    minus = _sums_by_key(ws, "contribution", ("received",), by, unknown[0]) if unknown else {}
    sums = ws.sums("contribution", ("pledged", "called", "received"), by=by, where=due)
    parts = [_due_part(s, minus.get(s.key)) for s in sums if _owed(s) is not None]
    parts = crediting.due_with_credits(parts, credited, as_of, each=each)
    return _joined(parts) if each else tuple(parts)


def _owed(s: Any) -> Decimal | None:
    return cast("Decimal | None", s.totals["called"] if s.totals["pledged"] is None else s.totals["pledged"])


def _due_part(s: Any, unknown: Any) -> DueSum:
    project_id, partner_id, form, currency, account, *day = s.key
    return DueSum(
        project_id=project_id,
        partner_id=partner_id,
        form=form or "",
        unit=_unit(currency, account),
        pledged=_owed(s),
        received=_less(s, "received", unknown),
        earliest_due=day[0] if day else "",
        records=s.records,
    )


def _joined(parts: list[DueSum]) -> tuple[DueSum, ...]:
    """The parts of each day as one, which remembers the first day that something is missing of."""
    grouped: dict[tuple[Any, ...], list[DueSum]] = defaultdict(list)
    for part in parts:
        grouped[part.project_id, part.partner_id, part.form, part.unit].append(part)
    return tuple(
        replace(
            found[0],
            pledged=total([d.pledged for d in found]),
            received=total([d.received for d in found]),
            earliest_due=min(d.earliest_due for d in _short(found) or found),
            records=sum(d.records for d in found),
        )
        for found in grouped.values()
    )


def _short(parts: list[DueSum]) -> list[DueSum]:
    return [d for d in parts if shortfall(d.pledged, d.received) > 0]


def _sums_by_key(
    ws: Workspace, noun: str, fields: tuple[str, ...], by: tuple[str, ...], where: Where
) -> dict[tuple[Any, ...], Any]:
    return {s.key: s for s in ws.sums(noun, fields, by=by, where=where)}


def _due_ids(ws: Workspace, where: Where, as_of: date) -> dict[tuple[str, str], tuple[int, ...]]:
    """The contributions that fell due, by unit and field: the cells that the shortfall rests on."""
    past = _days(ws, "contribution", "due", where, lambda day: day < as_of)
    by, fields = ("currency", "unit_of_account"), ("pledged", "called", "received")
    due = {**where, "due": past}
    unknown = later(ws, "contribution", due, as_of) if past else []
    found = {}
    for s in ws.sums("contribution", fields, by=by, where=due) if past else ():
        its = {**due, "currency": s.key[0], "unit_of_account": s.key[1]}
        every = ws.ids("contribution", where=its)
        for field in fields:
            blank = set(ws.ids("contribution", where={**its, field: None}))
            if field == "received":
                blank.update(i for condition in unknown for i in ws.ids("contribution", where={**condition, **its}))
            if field == "called":
                # A call counts only where no pledge is stated.
                blank.update(set(every) - set(ws.ids("contribution", where={**its, "pledged": None})))
            found[_unit(*s.key), field] = tuple(i for i in every if i not in blank)
    return found


def _late(ws: Workspace, where: Where, as_of: date) -> tuple[LateSum, ...]:
    by = ("project_id", "partner_id", "currency", "unit_of_account", "due", "received_on")
    late = []
    days = _days(ws, "contribution", "received_on", where, lambda day: day <= as_of)
    for s in ws.sums("contribution", ("received",), by=by, where={**where, "received_on": days}) if days else ():
        due, came = s.key[4], s.key[5]
        if due and latest(due) < latest(came):
            late.append(
                LateSum(
                    project_id=s.key[0],
                    partner_id=s.key[1],
                    unit=_unit(s.key[2], s.key[3]),
                    received=s.totals["received"],
                    days=(latest(came) - latest(due)).days,
                    records=s.records,
                )
            )
    return tuple(late)


def _awards(ws: Workspace, where: Where) -> tuple[AwardSum, ...]:
    fields = ("amount", "passed_through", "findings_count")
    return tuple(
        AwardSum(
            project_id=s.key[0],
            unit=_unit(s.key[1]),
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
