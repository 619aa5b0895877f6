"""The earned value of one project on a day: its figures without those of other subjects, for looking at at once."""

from __future__ import annotations

from datetime import date

from collabdesk.auditing.facts import Facts
from collabdesk.domain.figures import Figure
from collabdesk.domain.projects import Project
from collabdesk.usecases.figure_groups import earned_schedule, earned_value
from collabdesk.usecases.figuring import distinct
from collabdesk.usecases.gathering import value
from collabdesk.usecases.workspace import Workspace


def earned_value_on(workspace: Workspace, project_id: int, day: date) -> list[Figure]:
    """The figures of both groups, as `figures` gives them; none where the project is gone."""
    project = workspace.get("project", project_id)
    if not isinstance(project, Project):
        return []
    facts = Facts(as_of=day, project=project, projects=(project,), value=value.gathered(workspace, project, day))
    groups = (earned_value.GROUP, earned_schedule.GROUP)
    return list(distinct(figure for group in groups for figure in group.figures(facts)))
