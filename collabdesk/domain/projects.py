"""A project: the action that a funder's grant pays for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "project",
    {
        "in_preparation": ("signed",),
        "signed": ("active",),
        "active": ("suspended", "ended", "terminated"),
        "suspended": ("active", "terminated"),
        "ended": ("closed",),
        "closed": (),
        "terminated": (),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Record):
    """One project (grant). `funder_status` is the funder's own word; `status` moves by table.

    Amounts are in `currency`. `funding` is what the funder grants, `total_cost` the whole budget.
    `cost_model` is `actual`, `lump_sum` or `unit` ("" = as the rule pack says); `match_ratio` the co-financing that is
    required for each unit of funding.
    """

    code: str = ""
    acronym: str = ""
    title: str = ""
    abstract: str = ""
    status: str = "active"
    funder_status: str = ""
    start: IsoDate | None = None
    end: IsoDate | None = None
    duration_months: Decimal | None = None
    signed_on: IsoDate | None = None
    programme: str = ""
    call: str = ""
    action_type: str = ""
    funder: str = ""
    total_cost: Decimal | None = None
    eligible_cost: Decimal | None = None
    funding: Decimal | None = None
    cofunding_rate: Decimal | None = None
    cofunding_amount: Decimal | None = None
    public_funding: Decimal | None = None
    spent: Decimal | None = None
    currency: str = ""
    country: str = ""
    region: str = ""
    city: str = ""
    postcode: str = ""
    url: str = ""
    doi: str = ""
    keywords: str = ""
    lead: str = ""
    coordinator: str = ""
    rule_pack: str = ""
    cost_model: str = ""
    match_ratio: Decimal | None = None
