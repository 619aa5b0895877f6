"""Gathers what an overview says of each project: figures of the whole project, each traced back like any other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import cast

from collabdesk.domain.figures import Figure
from collabdesk.domain.findings import Finding
from collabdesk.domain.projects import Project
from collabdesk.domain.recommendations import Recommendation
from collabdesk.reporting.inputs.compared import ComparedProject
from collabdesk.usecases import figures, known_by
from collabdesk.usecases.facts import gather
from collabdesk.usecases.workspace import Workspace

MOST = 40
"""So many projects stand side by side; the annex names all."""
_GROUPS = ("totals", "budget", "milestones", "deliverables", "contributions")
_SHOWN = frozenset({
    "budget", "expended", "absorption", "elapsed", "punctuality", "milestones-overdue", "slip-largest",
    "deliverable-delivery", "deliverables-overdue", "delivery", "collection",
})  # fmt: skip
_SETTLED = frozenset({"draft", "dismissed", "withdrawn", "verified", "closed"})
_DONE = frozenset({"verified", "overtaken"})


def gathered(workspace: Workspace, projects: tuple[Project, ...], as_of: date) -> tuple[ComparedProject, ...]:
    """The projects with the largest funding first, those without a stated one last."""
    found = cast("list[Finding]", workspace.find("finding"))
    standing = [f for f in found if f.status not in _SETTLED]
    open_ones = Counter(f.project_id for f in standing)
    high = Counter(f.project_id for f in standing if f.severity == "high")
    actions = cast("list[Recommendation]", workspace.find("recommendation"))
    owners = {f.id: f.project_id for f in found}
    to_do = Counter(a.project_id or owners.get(a.finding_id) for a in actions if a.status not in _DONE)
    return tuple(
        ComparedProject(
            project=project,
            figures=dict(_figures(workspace, project, as_of)),
            open_findings=open_ones[project.id],
            high_findings=high[project.id],
            open_actions=to_do[project.id],
        )
        for project in sorted(projects, key=_largest_first)[:MOST]
    )


def _largest_first(project: Project) -> tuple[str, Decimal, str]:
    """Amounts of two currencies are not compared: each currency by itself."""
    return (project.currency, -(project.funding or project.total_cost or Decimal(0)), project.code)


def _figures(workspace: Workspace, project: Project, as_of: date) -> Iterator[tuple[str, Figure]]:
    """Of the project's own currency, by the last part of the code: `absorption`."""
    facts = gather(workspace, project, as_of)
    for one in known_by.narrowed(workspace, facts, figures.of_facts(facts, only=_GROUPS)):
        slug = one.id.partition("-")[2]
        if slug in _SHOWN and not one.detail:
            yield slug, one
