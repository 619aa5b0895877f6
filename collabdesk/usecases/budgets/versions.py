"""Versions of a budget: begun from another one, proposed, approved, sent back; the approved one replaces the last."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any, cast

from collabdesk.domain import budget_versions
from collabdesk.domain.amendments import Amendment
from collabdesk.domain.budget_versions import BudgetVersion
from collabdesk.domain.dates import as_iso, in_words, today
from collabdesk.domain.problems import Refused
from collabdesk.usecases.budgets.lines import IMPORTED, called, lines_of
from collabdesk.usecases.workspace import Change, Workspace

_ITS_OWN: dict[str, Any] = {
    "id": None, "uid": "", "version": 1, "batch_id": None, "table_no": None, "source_row": None, "source_column": None,
}  # fmt: skip


def versions(workspace: Workspace, project_id: int) -> list[BudgetVersion]:
    """The project's versions in the order in which they were begun."""
    return cast("list[BudgetVersion]", workspace.find("budget_version", project_id=project_id))


def held(workspace: Workspace, project_id: int, day: date) -> BudgetVersion | None:
    """The version in force on a day; None while the budget as imported holds."""
    return budget_versions.in_force(versions(workspace, project_id), day)


def version_called(workspace: Workspace, project_id: int, code: str) -> BudgetVersion | None:
    """The version with this code, None for `imported`; Refused when there is none."""
    if code.casefold() == IMPORTED:
        return None
    found = [v for v in versions(workspace, project_id) if v.code.casefold() == code.casefold()]
    if not found:
        codes = ", ".join([IMPORTED, *(v.code for v in versions(workspace, project_id))])
        raise Refused(f"There is no budget version {code!r} in this project. There are: {codes}.", "no-version")
    return found[0]


def begin(
    workspace: Workspace, project_id: int, *, source: BudgetVersion | None = None, title: str = "", reason: str = ""
) -> BudgetVersion:
    """A new draft with the lines of `source`, or of the imported budget; each line knows which one it was copied from.

    One step. The draft changes no figure until it is approved and in force.
    """
    code = _next_code(versions(workspace, project_id))
    with workspace.changing(f"Begin budget version {code}") as step:
        lines = lines_of(workspace, project_id, source.id if source else None)
        made = BudgetVersion(project_id=project_id, code=code, title=title.strip(), reason=reason.strip())
        version = cast(BudgetVersion, step.add(made))
        own = {**_ITS_OWN, "basis": "budget", "budget_version_id": version.id}
        step.add_many([replace(line, **own, budget_id=line.id) for line in lines])
    return version


def propose(workspace: Workspace, version_id: int) -> Change:
    """The draft is handed over for approval; Refused while no line states an amount."""
    version = _present(workspace, version_id)
    stated = workspace.sums("budget", ("amount", "person_months"), where={"budget_version_id": version_id})
    if not any(any(part.counts.values()) for part in stated):
        raise Refused(f"{called(version)} has no line with an amount yet.", "no-lines")
    with workspace.changing(f"Propose budget version {version.code}") as step:
        step.move(version, "proposed")
    return step.change


def approve(
    workspace: Workspace,
    version_id: int,
    *,
    by: str,
    on: date | str,
    effective: date | str | None = None,
    amendment: str = "",
) -> Change:
    """Approve a proposed version, which supersedes the one approved before in the same step.

    Refused without approver and day; for an unknown amendment; and where its transfers exceed the limit of the
    project's rule pack and no amendment is named. It takes effect on `effective`, else on the day of approval.
    """
    from collabdesk.usecases.budgets.limits import moved  # reads versions itself

    version = _present(workspace, version_id)
    if not by.strip():
        raise Refused("An approval needs the person or body that gave it.", "no-approver")
    day = as_iso(on)
    if not day:
        raise Refused("An approval needs its day.", "no-day")
    named = _amendment(workspace, version.project_id or 0, amendment)
    begins = as_iso(effective) or (named.effective if named else None) or day
    exceeded = [m for m in moved(workspace, version_id) if m.is_exceeded]
    if exceeded and named is None:
        raise Refused(f"{exceeded[0].sentence} Name the amendment that allows it.", "transfer-limit")
    with workspace.changing(f"Approve budget version {version.code}") as step:
        said = replace(version, approved_by=by.strip(), approved_on=day, effective=begins, amendment=amendment.strip())
        budget_versions.STATUSES.check(version.status, "approved")
        for before in versions(workspace, version.project_id or 0):
            if before.status == "approved":
                step.move(before, "superseded")
        step.move(step.update(said), "approved")
    return step.change


def send_back(workspace: Workspace, version_id: int, reason: str) -> Change:
    """A proposed version becomes a draft again; the reason stays on record with it."""
    version = _present(workspace, version_id)
    if not reason.strip():
        raise Refused("Say why it is sent back: the reason stays on record.", "no-reason")
    words = f"Sent back on {in_words(today().isoformat())}: {reason.strip()}"
    with workspace.changing(f"Send budget version {version.code} back: {reason.strip()}") as step:
        kept = step.update(replace(version, reason="\n".join(part for part in (version.reason, words) if part)))
        step.move(kept, "draft")
    return step.change


def discard(workspace: Workspace, version_id: int) -> Change:
    """Delete a draft with its lines; Refused for any other version, and where another was begun from it."""
    version = _present(workspace, version_id)
    if version.status != "draft":
        raise Refused(f"Only a draft is deleted; {called(version)} is {version.status}.", "no-draft")
    ids = workspace.ids("budget", where={"budget_version_id": version_id})
    with workspace.changing(f"Delete budget version {version.code}") as step:
        step.remove([("budget_version", version_id), *(("budget", number) for number in ids)])
    return step.change


def draft(workspace: Workspace, version_id: int | None) -> BudgetVersion:
    """The version, which must be a draft."""
    if version_id is None:
        raise Refused("The imported budget is not changed by hand: begin a version from it.", "imported-budget")
    version = _present(workspace, version_id)
    if version.status != "draft":
        raise Refused(f"{called(version)} is {version.status}; only the lines of a draft change.", "no-draft")
    return version


def _present(workspace: Workspace, version_id: int) -> BudgetVersion:
    found = workspace.get("budget_version", version_id)
    if not isinstance(found, BudgetVersion):
        raise Refused("This budget version is not there any more.", "gone")
    return found


def _next_code(there: list[BudgetVersion]) -> str:
    numbers = [int(found[1]) for v in there if (found := re.fullmatch(r"V(\d+)", v.code))]
    return f"V{max(numbers, default=0) + 1}"


def _amendment(workspace: Workspace, project_id: int, code: str) -> Amendment | None:
    if not code.strip():
        return None
    found = cast("list[Amendment]", workspace.find("amendment", project_id=project_id, code=code.strip()))
    if not found:
        raise Refused(f"There is no amendment {code.strip()!r} in this project: record it first.", "no-amendment")
    return found[0]
