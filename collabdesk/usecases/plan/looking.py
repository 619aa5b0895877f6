"""The plan as one looks at it: its entries with the dates that hold now, their slip, and the critical path."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from collabdesk.auditing.facts import Facts
from collabdesk.auditing.plan_facts import Entry, PlanFacts
from collabdesk.auditing.plan_tree import in_tree
from collabdesk.domain.dates import latest
from collabdesk.domain.figures import Figure
from collabdesk.domain.project_months import month_of
from collabdesk.domain.projects import Project
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.measures.critical_path import Passes, passes
from collabdesk.usecases.figure_groups import plan as plan_group
from collabdesk.usecases.figure_groups import plan_trend
from collabdesk.usecases.figuring import distinct
from collabdesk.usecases.gathering import plan as gathering
from collabdesk.usecases.plan.entries import project_of
from collabdesk.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PlanLook:
    """`path.reason` says why there is no critical path, `path.problems` what is wrong with the plan."""

    entries: tuple[Entry, ...]
    path: Passes
    baseline: str
    start: str | None
    as_of: date
    facts: PlanFacts

    def entry(self, subject: str, number: int | None) -> Entry | None:
        """The entry of a record."""
        return next((e for e in self.entries if e.subject == subject and e.id == number), None)

    def slip(self, entry: Entry) -> int | None:
        """Days from the baseline's end to the end now; None without both."""
        if entry.is_cancelled or not entry.end or not entry.baseline_end:
            return None
        return (latest(entry.end) - latest(entry.baseline_end)).days

    def month(self, day: str | None) -> str:
        """`M6`; "" where it cannot be counted."""
        number = month_of(day, self.start)
        return f"M{number}" if number else ""

    @property
    def critical(self) -> list[Entry]:
        """The open entries that cannot slip without moving the plan's end, in the order of their dates."""
        by_name = {e.name: e for e in reversed(self.entries)}
        return [by_name[code] for code in self.path.critical]


def look(workspace: Workspace, project_id: int, as_of: date) -> PlanLook:
    """The plan of a project as known by a day; empty where nothing of one is recorded."""
    project = project_of(workspace, project_id)
    facts = gathering.gathered(workspace, project, as_of) or PlanFacts(entries=())
    path = passes([e.activity for e in facts.entries if not e.is_cancelled])
    return PlanLook(facts.entries, path, facts.baseline_name, project.start, as_of, facts)


def chart_figures(plan: PlanLook, project: Project) -> list[Figure]:
    """The figures that the Gantt chart and the trend chart are drawn from, and no others."""
    facts = Facts(as_of=plan.as_of, project=project, plan=plan.facts)
    return list(distinct([*plan_group.GROUP.figures(facts), *plan_trend.GROUP.figures(facts)]))


def tree(workspace: Workspace, project_id: int) -> dict[int, tuple[int, int]]:
    """The place and depth of each work package when every one is followed by its tasks."""
    packages = cast("list[WorkPackage]", workspace.find("work_package", project_id=project_id))
    return {p.id or 0: (place, level) for place, (p, level) in enumerate(in_tree(packages))}
