"""What is wrong with lines of effort: a person's days are counted over all projects before one line is judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from collabdesk.auditing.effort_rules import (
    RULES,
    DayLimits,
    EffortContext,
    Worked,
    by_month,
    by_year,
    days_left,
)
from collabdesk.auditing.item_rules import problems_of
from collabdesk.domain.packs import Pack
from collabdesk.domain.problems import Problem
from collabdesk.domain.projects import Project
from collabdesk.usecases import item_problems, periods
from collabdesk.usecases.rules import Choice, chosen
from collabdesk.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True)
class EffortProblems:
    """The rules of one project's efforts on a day, ready to be asked about rows of their list."""

    context: EffortContext
    project_id: int | None

    def of(self, row: Mapping[str, Any]) -> list[Problem]:
        """What is wrong with one line, the worst first."""
        return sorted(problems_of(RULES, self.context, row), key=lambda p: p.severity != "error")

    def counted(self, workspace: Workspace) -> dict[str, int]:
        """How many of the project's lines break each rule."""
        return item_problems.counted(workspace, "effort", self.project_id, RULES, self.context)

    def broken(self, workspace: Workspace) -> list[int]:
        """The lines that break any rule."""
        return item_problems.broken(workspace, "effort", self.project_id, RULES, self.context)


def effort_problems(
    workspace: Workspace, project: Project, as_of: date, choice: Choice | None = None
) -> EffortProblems:
    """What the lines of the project are held against; `choice` is its rule pack where that is known already."""
    pack = (choice or chosen(workspace, project, as_of)).pack
    where = {"project_id": project.id}
    known = periods.of(workspace, project.id)
    limits = limits_of(pack)
    worked = worked_everywhere(workspace, project)
    names = {s.key[0] for s in workspace.sums("work_package", (), by=("code",), where=where)}
    partners = {s.key[0] for s in workspace.sums("participation", (), by=("partner_id",), where=where)}
    return EffortProblems(
        EffortContext(
            as_of=as_of,
            start=project.start,
            end=project.end,
            partners=frozenset(partners - {None}),
            work_packages=frozenset(names - {""}),
            periods=known,
            limits=limits,
            months=by_month(worked),
            years=by_year(worked),
            left=days_left(worked, known, limits.per_year),
        ),
        project.id,
    )


def limits_of(pack: Pack) -> DayLimits:
    """The limits of days that a rule pack gives."""

    def number(name: str) -> Decimal | None:
        value = pack.get(name)
        return value.value if value is not None and isinstance(value.value, Decimal) else None

    return DayLimits(
        per_year=number("days_per_year"),
        most=number("max_days_per_person"),
        step=number("day_step"),
        pack=pack.name,
    )


def worked_everywhere(workspace: Workspace, project: Project) -> list[Worked]:
    """The days of the project's persons on all projects. A person is known by partner and pseudonym."""
    mine = workspace.sums("effort", (), by=("partner_id", "person"), where={"project_id": project.id})
    people = {s.key for s in mine}
    if not people:
        return []
    by = ("partner_id", "person", "month", "project_id", "working_time")
    found = workspace.sums("effort", ("days",), by=by, where={"person": sorted({person for _, person in people})})
    return [
        Worked(
            person=(s.key[0], s.key[1]),
            month=s.key[2],
            project_id=s.key[3],
            days=s.totals["days"] or Decimal(0),
            working_time=s.key[4],
        )
        for s in found
        if s.key[2] and (s.key[0], s.key[1]) in people
    ]
