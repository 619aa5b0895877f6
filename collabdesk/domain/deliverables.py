"""A deliverable: a product that the funder can accept or reject."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "deliverable",
    {
        "planned": ("in_progress", "submitted"),
        "in_progress": ("submitted",),
        "submitted": ("accepted", "revision_requested", "rejected"),
        "revision_requested": ("submitted",),
        "accepted": (),
        "rejected": (),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliverable(Record):
    """`type` and `level` are Horizon Europe's codes (R, DEM, DATA … and PU, SEN …) where the funder uses them."""

    project_id: int | None = None
    code: str = ""
    title: str = ""
    description: str = ""
    type: str = ""
    level: str = ""
    work_package: str = ""
    lead: str = ""
    due: IsoDate | None = None
    submitted_on: IsoDate | None = None
    status: str = "planned"
    funder_status: str = ""
    url: str = ""
    forecast: IsoDate | None = None
    predecessors: str = ""
    dissemination: str = ""
