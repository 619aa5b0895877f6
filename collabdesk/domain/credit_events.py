"""A credit event: a step of an in-kind contribution whose acceptance credits a part of its agreed value."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "credit event",
    {
        "planned": ("claimed", "cancelled"),
        "claimed": ("credited", "refused"),
        "refused": ("claimed",),
        "credited": (),
        "cancelled": (),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditEvent(Record):
    """`amount` is in `unit_of_account`, or in `currency` where none is agreed.

    `milestone_code` is the milestone it is tied to.
    """

    project_id: int | None = None
    partner_id: int | None = None
    contribution_id: int | None = None
    code: str = ""
    title: str = ""
    milestone_code: str = ""
    due: IsoDate | None = None
    amount: Decimal | None = None
    currency: str = ""
    unit_of_account: str = ""
    credited_on: IsoDate | None = None
    evidence: str = ""
    status: str = "planned"
