"""What is wrong with cost items: beside each row, and counted for a project without reading its items one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, cast

from collabdesk.auditing.cost_rules import RULES, CostContext
from collabdesk.auditing.item_rules import problems_of
from collabdesk.domain.problems import Problem
from collabdesk.domain.projects import Project
from collabdesk.usecases import item_problems, periods
from collabdesk.usecases.costs.rates_used import RatesUsed
from collabdesk.usecases.rules import Choice, chosen
from collabdesk.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CostProblems:
    """The rules of one project's cost items on a day, ready to be asked about rows of their list; and the `rates` that
    convert them."""

    context: CostContext
    project_id: int | None
    rates: RatesUsed

    def of(self, row: Mapping[str, Any]) -> list[Problem]:
        """What is wrong with one item, the worst first."""
        return sorted(problems_of(RULES, self.context, row), key=lambda p: p.severity != "error")

    def counted(self, workspace: Workspace) -> dict[str, int]:
        """How many of the project's items break each rule."""
        return item_problems.counted(workspace, "cost", self.project_id, RULES, self.context)

    def broken(self, workspace: Workspace) -> list[int]:
        """The items that break any rule."""
        return item_problems.broken(workspace, "cost", self.project_id, RULES, self.context)


def cost_problems(workspace: Workspace, project: Project, as_of: date, choice: Choice | None = None) -> CostProblems:
    """What the items of the project are held against; `choice` is its rule pack where that is known already."""
    pack = (choice or chosen(workspace, project, as_of)).pack
    where = {"project_id": project.id}
    rates = RatesUsed(workspace, project, as_of)
    names = {p.key[0] for p in workspace.sums("work_package", (), by=("code",), where=where)}
    return CostProblems(
        CostContext(
            as_of=as_of,
            start=project.start,
            end=project.end,
            currency=project.currency,
            partners=frozenset(partners_of(workspace, project)),
            work_packages=frozenset(names - {""}),
            periods=periods.of(workspace, project.id),
            knows_category=cache(lambda word: pack.category(word) is not None) if project.rule_pack else None,
            pack=pack.name,
            rate_problem=rates.problem,
        ),
        project.id,
        rates,
    )


def partners_of(workspace: Workspace, project: Project) -> set[int]:
    """The partners that take part in the project."""
    found = workspace.sums("participation", (), by=("partner_id",), where={"project_id": project.id})
    return {cast(int, s.key[0]) for s in found if s.key[0] is not None}
