"""A baseline: dates, effort and cost of the plan as they were approved; frozen for good."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "baseline",
    {
        "draft": ("frozen",),
        "frozen": (),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline(Record):
    """A further one needs a `reason` and the `decision` that approved it."""

    project_id: int | None = None
    code: str = ""
    title: str = ""
    status: str = "draft"
    frozen_on: IsoDate | None = None
    reason: str = ""
    decision: str = ""
    decided_on: IsoDate | None = None
