"""The lines of one budget: those of a version, or those that were imported or first typed."""

from __future__ import annotations

from typing import cast

from collabdesk.domain.budget_versions import BudgetVersion
from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.told import told
from collabdesk.usecases.workspace import Workspace

IMPORTED = "imported"
"""What stands for a version where the budget as imported or first typed is meant."""
AXES = ("partner", "category", "work_package", "period")
TRANSFER = "transfer"
_BASES = ("budget", "baseline", "forecast")


def called(version: BudgetVersion | None) -> str:
    """How a budget is named: the version's code, or that it is the imported one."""
    if version is None:
        return told("the budget as imported")
    return version.code or version.title or told("version {number}", number=version.id)


def chosen_basis(workspace: Workspace, project_id: int, version_id: int | None) -> str:
    """Of several bases of one line (budget, baseline, forecast) the one that counts; they are never added up."""
    where = {"project_id": project_id, "budget_version_id": version_id}
    there = {s.key[0] for s in workspace.sums("budget", (), by=("basis",), where=where)}
    return next((b for b in _BASES if b in there), "budget")


def condition(workspace: Workspace, project_id: int, version_id: int | None) -> dict[str, object]:
    """What picks the lines that plan something, of a version or (None) of the imported budget."""
    return {
        "project_id": project_id,
        "budget_version_id": version_id,
        "basis": chosen_basis(workspace, project_id, version_id),
    }


def lines_of(workspace: Workspace, project_id: int, version_id: int | None) -> list[BudgetLine]:
    """The lines that plan something, by id."""
    return cast("list[BudgetLine]", workspace.find("budget", **condition(workspace, project_id, version_id)))
