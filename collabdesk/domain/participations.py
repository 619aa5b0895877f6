"""A participation: one partner's part in one project."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "participation",
    {
        "invited": ("acceded",),
        "acceded": ("active",),
        "active": ("in_breach", "withdrawing"),
        "in_breach": ("active", "defaulting"),
        "defaulting": ("terminated",),
        "withdrawing": ("left",),
        "left": (),
        "terminated": (),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Record):
    """`role` is the source's own word; `status` moves by table; `end` is text, for funders write a date or a flag."""

    project_id: int | None = None
    partner_id: int | None = None
    code: str = ""
    role: str = ""
    order: str = ""
    status: str = "active"
    funder_status: str = ""
    lead: str = ""
    end: str = ""
    funding_rate: Decimal | None = None
    votes: Decimal | None = None
