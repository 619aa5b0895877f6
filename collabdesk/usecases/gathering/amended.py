"""Projects as a day knows them: what an amendment that takes effect later changed stands as it was before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast

from collabdesk.auditing.facts import Undone
from collabdesk.domain.amendments import Amendment
from collabdesk.domain.dates import earliest
from collabdesk.domain.projects import Project
from collabdesk.usecases.budgets.amendments import changes_of, in_order
from collabdesk.usecases.workspace import Workspace

Places = Mapping[tuple[int | None, str], Undone]


def as_known(ws: Workspace, projects: Iterable[Project], as_of: date) -> tuple[tuple[Project, ...], Places]:
    """The projects as of the day, and the amendments behind each (project, field) that is not as it stands now."""
    found = tuple(projects)
    where = {"project_id": found[0].id} if len(found) == 1 else {}
    later: dict[int | None, list[Amendment]] = defaultdict(list)
    for one in in_order(cast("list[Amendment]", ws.find("amendment", **where))):
        day = one.effective or one.date
        if day and earliest(day) > as_of:
            later[one.project_id].append(one)
    undone: dict[tuple[int | None, str], Undone] = {}
    known = []
    for project in found:
        before: dict[str, Any] = {}
        for amendment in later.get(project.id, ()):
            for change in changes_of(amendment)[0]:
                before.setdefault(change.field, change.old)
                held = undone.get((project.id, change.field), Undone(amendment.code, ()))
                undone[project.id, change.field] = Undone(held.code, (*held.ids, amendment.id or 0))
        known.append(replace(project, **before) if before else project)
    return tuple(known), undone
