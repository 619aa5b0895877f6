"""A line of effort is checked, signed by person and supervisor, and declared in a reporting period."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import cast

from collabdesk.domain.dates import IsoDate, in_words
from collabdesk.domain.efforts import Effort
from collabdesk.domain.problems import Refused
from collabdesk.usecases.changes import Change
from collabdesk.usecases.declaring import declare_many
from collabdesk.usecases.moving import move_many
from collabdesk.usecases.workspace import Workspace


def check(workspace: Workspace, ids: Collection[int]) -> Change:
    """Say that these lines were checked."""
    return move_many(workspace, "effort", ids, "checked", f"Check {_lines(ids)}")


def declare(workspace: Workspace, ids: Collection[int], period: str) -> Change:
    """Declare these lines in the reporting period with this code, which must be one of their project."""

    def stated(line: Effort) -> None:
        if line.days is None:
            raise Refused(f"{line.person or f'No. {line.id}'} has no days, so there is nothing to declare.", "no-days")

    return declare_many(workspace, "effort", ids, period, _lines(ids), stated)


def sign(workspace: Workspace, ids: Collection[int], day: date) -> Change:
    """Record the day on which person and supervisor signed these months."""
    with workspace.changing(f"Sign {_lines(ids)} on {in_words(day.isoformat())}") as step:
        found = cast("list[Effort]", workspace.find("effort", id=list(ids)))
        step.update_many([replace(line, signed_on=IsoDate(day.isoformat())) for line in found])
    return step.change


def _lines(ids: Collection[int]) -> str:
    return "1 line of effort" if len(ids) == 1 else f"{len(ids)} lines of effort"
