"""The records of one noun as rows, for lists, exports and scripts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.scales import field_types
from collabdesk.intake.writer import safe_text
from collabdesk.usecases.workspace import Workspace

HIDDEN = frozenset({"uid", "version"})
_CALLED_BY = ("code", "acronym", "title")


def project_id(workspace: Workspace, code: str) -> int:
    """The id of the project with this code, acronym or title, or `#7` for its number; Refused unless it is just one."""
    if code.startswith("#") and code[1:].isdigit():
        found = workspace.find("project", id=int(code[1:]))
    else:
        found = next((f for key in _CALLED_BY if code and (f := workspace.find("project", **{key: code}))), [])
        found = found or _in_any_case(workspace, code)
    if not found:
        raise Refused(f"There is no project {code!r}. `collabdesk list project` shows those there are.", "no-project")
    if len(found) > 1:
        numbers = ", ".join(f"#{p.id}" for p in found)
        raise Refused(f"{len(found)} projects are called {code!r}: name one by its number ({numbers}).", "two-projects")
    return int(found[0].id or 0)


def _in_any_case(workspace: Workspace, code: str) -> list[Any]:
    wanted = code.strip().casefold()
    known = cast("list[Project]", workspace.find("project")) if wanted else []
    return [p for p in known if wanted in (p.code.casefold(), p.acronym.casefold(), p.title.casefold())]


def handle(project: Project) -> str:
    """What `project_id` finds just this project by: its code, or its number where it has none."""
    return project.code or f"#{project.id}"


def listed(workspace: Workspace, noun: str, project: str | None = None) -> tuple[list[str], list[dict[str, Any]]]:
    """The column names of a noun's list and its rows in the order of their ids; of one project where a code is given.

    Refused when the noun does not belong to projects.
    """
    columns = [c for c in workspace.columns(noun) if c not in HIDDEN]
    rows = workspace.rows(noun, ids_of(workspace, noun, project))
    return columns, [{c: row.get(c) for c in columns} for row in rows]


def ids_of(workspace: Workspace, noun: str, project: str | None = None) -> Sequence[int]:
    """The ids of a noun's records; of one project where a code is given, Refused as `listed` is."""
    where: dict[str, object] = {}
    if project is not None:
        key = "id" if noun == "project" else "project_id"
        if key not in field_types(NOUNS[noun]):
            raise Refused(f"A {noun} belongs to no single project; list it without --project.", "no-project-column")
        where[key] = project_id(workspace, project)
    return workspace.ids(noun, where=where)


def plain(value: Any) -> Any:
    """A value for JSON or a text column: exact decimals as text, everything else as it is."""
    return f"{value:f}" if isinstance(value, Decimal) else value


def safe(value: Any) -> Any:
    """A value for CSV that no spreadsheet program takes for a formula."""
    return "" if value is None else plain(safe_text(value))
