"""The entries of a plan by their codes: work packages, tasks, milestones and deliverables."""

from __future__ import annotations

from typing import Any

from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.records import Record
from collabdesk.usecases.workspace import Workspace

SUBJECTS = ("work_package", "milestone", "deliverable")
FORECASTS = {"work_package": "forecast_end", "milestone": "forecast", "deliverable": "forecast"}
"""The field of each noun that says when it is expected to be finished."""
APPROVED = {
    "work_package": ("start", "end", "person_months", "cost", "currency"),
    "milestone": ("baseline",),
    "deliverable": ("due",),
}
"""The fields that a baseline freezes: after that they change only by a further one."""


def name_of(record: Record) -> str:
    """How a baseline, a forecast or evidence refers to the record: its code, or the title of what has none."""
    said: Any = record
    return str(said.code or said.title)


def project_of(workspace: Workspace, project_id: int) -> Project:
    """The project; Refused when it is gone."""
    found = workspace.get("project", project_id)
    if not isinstance(found, Project):
        raise Refused("This project is not there any more.", "gone")
    return found


def named(workspace: Workspace, project_id: int, code: str, subjects: tuple[str, ...] = SUBJECTS) -> tuple[str, Any]:
    """The entry with this code (or title, where it has none) and its noun; Refused unless it is just one."""
    found: list[tuple[str, Any]] = []
    for noun in subjects:
        found += [
            (noun, r)
            for r in workspace.find(noun, project_id=project_id)
            if code and name_of(r).casefold() == code.strip().casefold()
        ]
    words = " or ".join(noun.replace("_", " ") for noun in subjects)
    if not found:
        raise Refused(f"There is no {words} {code!r} in this project.", "unknown-entry")
    if len(found) > 1:
        raise Refused(
            f"{len(found)} entries of the plan are called {code!r}; give each a code of its own.", "two-entries"
        )
    return found[0]


def present(workspace: Workspace, noun: str, number: int) -> Any:
    """The record as it is now; Refused when it is gone."""
    record = workspace.get(noun, number)
    if record is None:
        raise Refused(f"This {noun.replace('_', ' ')} is not there any more.", "gone")
    return record
