"""An award: federal or other assistance that an audited organisation spent."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Record):
    """`programme_code` is the assistance listing number, verbatim (`10.500`)."""

    project_id: int | None = None
    code: str = ""
    title: str = ""
    type: str = ""
    agency: str = ""
    programme_code: str = ""
    amount: Decimal | None = None
    start: IsoDate | None = None
    end: IsoDate | None = None
    date: IsoDate | None = None
    cluster: str = ""
    is_direct: bool | None = None
    pass_through_name: str = ""
    pass_through_code: str = ""
    passed_through: Decimal | None = None
    is_major: bool | None = None
    is_loan: bool | None = None
    loan_balance: Decimal | None = None
    findings_count: Decimal | None = None
    currency: str = ""
