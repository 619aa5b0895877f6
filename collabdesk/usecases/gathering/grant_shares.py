"""Gather lump sum shares: what each partner is paid for each work package, and which work packages are completed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import cast

from collabdesk.auditing.grant_facts import LumpShare
from collabdesk.domain.budget_versions import BudgetVersion, in_force
from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.dates import latest
from collabdesk.domain.period_rules import belongs
from collabdesk.domain.progress import Progress
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.usecases.workspace import Workspace

_BASES = ("budget", "baseline", "forecast")


def shares(workspace: Workspace, project: Project, periods: list[ReportingPeriod], as_of: date) -> Iterator[LumpShare]:
    """The shares of the budget in force by work package and partner; the work packages' own costs where it has none."""
    packages = cast("list[WorkPackage]", workspace.find("work_package", project_id=project.id))
    done = _completed(workspace, project, packages, as_of)
    grouped: dict[tuple[str, int | None], list[BudgetLine]] = defaultdict(list)
    for line in _lines(workspace, project, as_of):
        grouped[line.work_package, line.partner_id].append(line)
    for (package, partner_id), lines in sorted(grouped.items(), key=lambda item: (item[0][0], item[0][1] or 0)):
        yield LumpShare(
            partner_id=partner_id,
            work_package=package,
            amount=sum((line.amount or Decimal(0) for line in lines), Decimal(0)),
            is_complete=package in done,
            period=_period(periods, done.get(package)),
            ids=tuple(line.id or 0 for line in lines),
        )
    if grouped:
        return
    for one in packages:
        if one.cost is not None and (one.currency or project.currency) == project.currency and not one.parent:
            yield LumpShare(
                partner_id=None,
                work_package=one.code,
                amount=one.cost,
                is_complete=one.code in done,
                period=_period(periods, done.get(one.code)),
                ids=(one.id or 0,),
                noun="work_package",
            )


def _lines(workspace: Workspace, project: Project, as_of: date) -> list[BudgetLine]:
    versions = cast("list[BudgetVersion]", workspace.find("budget_version", project_id=project.id))
    held = in_force(versions, as_of)
    where = {"project_id": project.id, "budget_version_id": held.id if held else None}
    found = cast("list[BudgetLine]", workspace.find("budget", **where))
    fitting = [
        line
        for line in found
        if line.work_package and line.amount is not None and (line.currency or project.currency) == project.currency
    ]
    basis = next((b for b in _BASES if any(line.basis == b for line in fitting)), "")
    return [line for line in fitting if line.basis == basis]


def _period(periods: list[ReportingPeriod], day: str | None) -> str:
    its = belongs(periods, "", day)
    return its.code if its else ""


def _completed(workspace: Workspace, project: Project, packages: list[WorkPackage], as_of: date) -> dict[str, str]:
    """The work packages that have ended, or whose last report by the day says that all is done; and on which day."""
    last: dict[str, Progress] = {}
    for one in cast("list[Progress]", workspace.find("progress", project_id=project.id)):
        is_known = one.day and latest(one.day) <= as_of and one.done is not None
        if is_known and (one.work_package not in last or (one.day or "") >= (last[one.work_package].day or "")):
            last[one.work_package] = one
    reported = {code: str(one.day) for code, one in last.items() if one.done is not None and one.done >= 1}
    ended = {p.code: str(p.actual_end) for p in packages if p.actual_end and latest(p.actual_end) <= as_of}
    return {**reported, **ended}
