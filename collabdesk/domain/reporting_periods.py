"""A reporting period: closes, is submitted, accepted and locked."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "reporting period",
    {
        "open": ("closing",),
        "closing": ("submitted", "open"),
        "submitted": ("accepted", "returned"),
        "returned": ("closing", "submitted"),
        "accepted": ("locked", "open"),
        "locked": ("open",),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingPeriod(Record):
    """`start` and `end` are its first and last day, `due` the day its report is due. Reopening one that was accepted or
    locked needs a reason, kept in `reopened_because`.
    """

    project_id: int | None = None
    code: str = ""
    title: str = ""
    start: IsoDate | None = None
    end: IsoDate | None = None
    due: IsoDate | None = None
    submitted_on: IsoDate | None = None
    accepted_on: IsoDate | None = None
    status: str = "open"
    reopened_because: str = ""
