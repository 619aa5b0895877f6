"""Lines of one noun that are declared in a reporting period of their project."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from collabdesk.domain.problems import Refused
from collabdesk.usecases.changes import Change
from collabdesk.usecases.moving import move_many
from collabdesk.usecases.workspace import Workspace


def declare_many(
    workspace: Workspace, noun: str, ids: Collection[int], period: str, told: str, check: Callable[[Any], None]
) -> Change:
    """Declare these records in the period with this code, as one step that calls them `told`.

    Refused where a record's project has no such period, and where `check` refuses it: then nothing is declared.
    """

    def declared(record: Any) -> dict[str, Any]:
        if not workspace.count("reporting_period", project_id=record.project_id, code=period):
            raise Refused(f"The project has no reporting period {period!r}.", "no-period")
        check(record)
        return {"declared_in": period}

    return move_many(workspace, noun, ids, "declared", f"Declare {told} in {period}", declared)
