"""A version of a project's budget, from draft to approved and superseded."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
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
