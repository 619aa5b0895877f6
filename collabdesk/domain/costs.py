"""A cost item: money obligated, spent or paid."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "cost item",
    {
        "entered": ("checked",),
        "imported": ("checked",),
        "checked": ("declared",),
        "declared": ("accepted", "rejected", "adjusted"),
        "accepted": (),
        "rejected": (),
        "adjusted": (),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CostItem(Record):
    """`expended` is the cost as incurred; `period_…` the part of a cumulative return's current reporting period.

    `rate` converts `currency` into the project's (1 unit of `currency` = `rate` of the project's). `declared_in` is
    the code of the reporting period it is declared in ("" = that of its date). `accepted` is what the funder accepted.
    `cost_id` is the item that this one adjusts. `units` and `unit_price` are an equipment's; `subaward` names the
    subaward it is paid under, `fund` who pays (`recipient`, else the funder).
    """

    project_id: int | None = None
    partner_id: int | None = None
    award_id: int | None = None
    code: str = ""
    category: str = ""
    work_package: str = ""
    description: str = ""
    date: IsoDate | None = None
    period_start: IsoDate | None = None
    period_end: IsoDate | None = None
    obligated: Decimal | None = None
    expended: Decimal | None = None
    paid: Decimal | None = None
    period_obligated: Decimal | None = None
    period_expended: Decimal | None = None
    currency: str = ""
    status: str = "imported"
    rate: Decimal | None = None
    rate_date: IsoDate | None = None
    rate_source: str = ""
    declared_in: str = ""
    accepted: Decimal | None = None
    rejected_because: str = ""
    cost_id: int | None = None
    units: Decimal | None = None
    unit_price: Decimal | None = None
    subaward: str = ""
    fund: str = ""
    evidence: str = ""
