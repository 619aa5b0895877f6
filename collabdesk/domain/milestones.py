"""A milestone: a checkpoint of the plan with its means of verification."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "milestone",
    {
        "planned": ("achieved", "missed", "cancelled"),
        "missed": ("planned", "cancelled"),
        "achieved": (),
        "cancelled": (),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Record):
    """`baseline` is the approved due date, `forecast` the present one, `achieved` the day it was reached.

    `weight` is its part of its work package's work where that is measured by weighted milestones.
    """

    project_id: int | None = None
    code: str = ""
    title: str = ""
    work_package: str = ""
    lead: str = ""
    start: IsoDate | None = None
    baseline: IsoDate | None = None
    forecast: IsoDate | None = None
    achieved: IsoDate | None = None
    status: str = "planned"
    funder_status: str = ""
    critical: bool | None = None
    verification: str = ""
    predecessors: str = ""
    successors: str = ""
    delay_reason: str = ""
    variance_days: Decimal | None = None
    weight: Decimal | None = None
