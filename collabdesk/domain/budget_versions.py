"""A version of a project's budget, from draft to approved and superseded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from collabdesk.domain.dates import IsoDate, earliest
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "budget version",
    {
        "draft": ("proposed",),
        "proposed": ("approved", "draft"),
        "approved": ("superseded",),
        "superseded": (),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetVersion(Record):
    """Its lines are the budget lines that name it; lines that name none are the budget as it was imported or first
    typed. `amendment` is the code of the amendment that approved it.
    """

    project_id: int | None = None
    code: str = ""
    title: str = ""
    status: str = "draft"
    effective: IsoDate | None = None
    reason: str = ""
    amendment: str = ""
    approved_on: IsoDate | None = None
    approved_by: str = ""


def begins(version: BudgetVersion) -> date:
    """The first day on which an approved version holds; one that states no day has held from the beginning."""
    said = version.effective or version.approved_on
    return earliest(said) if said else date.min


def in_force(versions: Iterable[BudgetVersion], day: date) -> BudgetVersion | None:
    """Of one project's versions the one that holds on a day: approved last of those that have taken effect by then.

    None where none has: then the budget as it was imported or first typed holds.
    """
    begun = [v for v in versions if v.status in ("approved", "superseded") and begins(v) <= day]
    return max(begun, key=lambda v: (v.status == "approved", v.approved_on or "", v.id or 0), default=None)
