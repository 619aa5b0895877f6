"""The lines of a baseline: every entry of the plan as approved, with its effort and its planned cost."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import cast

from collabdesk.domain.baseline_lines import BaselineLine
from collabdesk.domain.dates import today
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.usecases import budgets
from collabdesk.usecases.workspace import Workspace

Costs = dict[str, dict[str, Decimal]]
"""Work package -> currency -> planned cost."""


def lines_now(workspace: Workspace, project_id: int) -> list[BaselineLine]:
    """What a baseline frozen now would hold. Each cost stays in its currency: a second one is a line without dates."""
    costs = planned_costs(workspace, project_id)
    found: list[BaselineLine] = []
    for p in cast("list[WorkPackage]", workspace.find("work_package", project_id=project_id)):
        found += _of_package(p, costs.pop(p.code, {}) if p.code else {})
    for m in cast("list[Milestone]", workspace.find("milestone", project_id=project_id)):
        if m.status != "cancelled":
            end = m.baseline or m.forecast
            found.append(_line(project_id, "milestone", m.code, m.title, end=end))
    for d in cast("list[Deliverable]", workspace.find("deliverable", project_id=project_id)):
        found.append(_line(project_id, "deliverable", d.code, d.title or d.description, end=d.due))
    if found:
        # What is budgeted for no work package of the plan is frozen too, so that the costs add up to the budget.
        for code, by_currency in sorted(costs.items()):
            for currency, cost in sorted(by_currency.items()):
                title = "" if code else "Budget without a work package"
                found.append(_line(project_id, "budget", code, title, cost=cost, currency=currency))
    return found


def planned_costs(workspace: Workspace, project_id: int) -> Costs:
    """The budget that is in force, by work package and currency."""
    version = budgets.held(workspace, project_id, today())
    where = budgets.condition(workspace, project_id, version.id if version else None)
    found: Costs = defaultdict(dict)
    for s in workspace.sums("budget", ("amount",), by=("work_package", "currency"), where=where):
        if s.totals["amount"] is not None:
            found[s.key[0] or ""][s.key[1] or ""] = s.totals["amount"]
    return dict(found)


def _of_package(p: WorkPackage, costs: dict[str, Decimal]) -> list[BaselineLine]:
    if not costs and p.cost is not None:
        costs = {p.currency: p.cost}
    ordered: list[tuple[str, Decimal | None]] = sorted(costs.items(), key=lambda pair: (pair[0] != p.currency, pair[0]))
    first, *others = ordered or [("", None)]
    line = BaselineLine(
        project_id=p.project_id, subject="work_package", code=p.code, title=p.title, start=p.start, end=p.end,
        person_months=p.person_months, cost=first[1], currency=first[0],
    )  # fmt: skip
    more = [_line(p.project_id, "work_package", p.code, p.title, cost=cost, currency=code) for code, cost in others]
    return [line, *more]


def _line(project_id: int | None, subject: str, code: str, title: str, **more: object) -> BaselineLine:
    fields = {"project_id": project_id, "subject": subject, "code": code, "title": title, **more}
    return BaselineLine(**fields)  # type: ignore[arg-type]
