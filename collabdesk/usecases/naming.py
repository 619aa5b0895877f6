"""Records of one project as a script names them: by code, by number (`#7`), or all that may go on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.problems import Refused
from collabdesk.domain.scales import field_types
from collabdesk.usecases.moving import movable
from collabdesk.usecases.workspace import Workspace


def named(workspace: Workspace, noun: str, project_id: int, names: Sequence[str]) -> list[int]:
    """The ids of the project's records that are meant: each by its code or by `#` and its number.

    Refused where one is not there, or a code is that of two.
    """
    return [_one(workspace, noun, project_id, name) for name in names]


def named_or_movable(workspace: Workspace, noun: str, project_id: int, names: Sequence[str], status: str) -> list[int]:
    """Those that are named, or, where none is, all of the project that may go to `status`; Refused when none may."""
    if names:
        return named(workspace, noun, project_id, names)
    found = movable(workspace, noun, list(workspace.ids(noun, where={"project_id": project_id})), status)
    if not found:
        raise Refused(f"No {noun.replace('_', ' ')} of this project can become {status} now.", "nothing")
    return found


def _one(workspace: Workspace, noun: str, project_id: int, name: str) -> int:
    has_code = "code" in field_types(NOUNS[noun])
    where: dict[str, object] = {"code": name} if has_code and not name.startswith("#") else {"id": _number(name)}
    found = cast("list[Any]", workspace.find(noun, project_id=project_id, **where))
    if not found:
        raise Refused(f"This project has no {noun.replace('_', ' ')} {name}.", "unknown-record")
    if len(found) > 1:
        numbers = ", ".join(f"#{r.id}" for r in found[:5])
        raise Refused(f"{len(found)} records have the code {name}: name one by its number ({numbers}).", "two-records")
    return int(found[0].id)


def _number(name: str) -> int:
    text = name.removeprefix("#")
    if not text.isdecimal():
        raise Refused(f"{name} is no number of a record; `collabdesk list` shows them.", "unknown-record")
    return int(text)
