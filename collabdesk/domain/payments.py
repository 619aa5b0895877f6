"""A payment: what a grant is expected to pay, what came, and its distribution to partners."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "payment",
    {
        "expected": ("received", "cancelled"),
        "received": ("distributed",),
        "distributed": (),
        "cancelled": (),
    },
)
KINDS = (
    "pre_financing", "interim", "balance", "insurance_retention", "insurance_release", "distribution", "recovery",
    "programme_income", "income_deducted", "income_added",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment(Record):
    """`kind` is one of KINDS. `partner_id` None means the consortium as a whole; a distribution names in `payment_id`
    the payment that it distributes. `period` is the code of the reporting period.
    """

    project_id: int | None = None
    partner_id: int | None = None
    payment_id: int | None = None
    code: str = ""
    kind: str = "interim"
    title: str = ""
    period: str = ""
    expected_on: IsoDate | None = None
    expected: Decimal | None = None
    received_on: IsoDate | None = None
    received: Decimal | None = None
    currency: str = ""
    status: str = "expected"
