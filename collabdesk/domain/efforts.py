"""Effort: the days that one person worked for a project in a month, and what the person cost."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "effort",
    {
        "entered": ("checked",),
        "imported": ("checked",),
        "checked": ("declared",),
        "declared": (),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort(Record):
    """`person` is a pseudonym. `month` is `2025-03`, or a whole year `2025`. `cost` is the person's actual personnel
    cost of that time in all, not only for this project; `working_time` is the part of full time (1 = full).
    """

    project_id: int | None = None
    partner_id: int | None = None
    person: str = ""
    category: str = ""
    work_package: str = ""
    month: IsoDate | None = None
    days: Decimal | None = None
    working_time: Decimal | None = None
    cost: Decimal | None = None
    currency: str = ""
    signed_on: IsoDate | None = None
    declared_in: str = ""
    status: str = "entered"
