"""A budget line: planned money or effort of a partner, category, work package and period."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine(Record):
    """`basis` is `budget`, `baseline` or `forecast`: funders plan a line several times; never add two bases.

    `budget_version_id` None is the budget as imported or first typed; `budget_id` the line that this one was copied
    from when a version began. A line of the basis `transfer` plans nothing: it says that its amount was moved from the
    line `budget_id` of its version to where it stands, and both lines carry that already.
    """

    project_id: int | None = None
    partner_id: int | None = None
    work_package: str = ""
    category: str = ""
    description: str = ""
    period: str = ""
    amount: Decimal | None = None
    units: Decimal | None = None
    unit_price: Decimal | None = None
    person_months: Decimal | None = None
    indirect: Decimal | None = None
    currency: str = ""
    basis: str = "budget"
    budget_version_id: int | None = None
    budget_id: int | None = None
