"""An audit: one engagement over a project or the portfolio."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "audit",
    {
        "planned": ("fieldwork",),
        "fieldwork": ("draft",),
        "draft": ("response",),
        "response": ("final",),
        "final": ("follow_up",),
        "follow_up": ("closed",),
        "closed": (),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit(Record):
    """`project_id` None means the portfolio. `as_of` is the day the figures are taken at.

    `independence` is the team's statement on its independence, `distribution` who gets the report, a line each.
    """

    project_id: int | None = None
    title: str = ""
    as_of: IsoDate | None = None
    period_start: IsoDate | None = None
    period_end: IsoDate | None = None
    objectives: str = ""
    scope: str = ""
    criteria_set: str = "three_es"
    team: str = ""
    limitations: str = ""
    methodology: str = ""
    independence: str = ""
    addressee: str = ""
    distribution: str = ""
    status: str = "planned"
