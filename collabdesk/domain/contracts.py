"""A contract placed with an organisation of a country; weighted for the geographical return."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract(Record):
    """`weight` is the factor of technological interest (1 where none is stated)."""

    project_id: int | None = None
    partner_id: int | None = None
    code: str = ""
    title: str = ""
    supplier: str = ""
    country: str = ""
    amount: Decimal | None = None
    currency: str = ""
    weight: Decimal | None = None
    signed_on: IsoDate | None = None
