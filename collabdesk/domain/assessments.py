"""What the members of a project are assessed for in one year, all together."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Record):
    """Each member's part follows from the year's scale of shares."""

    project_id: int | None = None
    year: str = ""
    title: str = ""
    total: Decimal | None = None
    currency: str = ""
    due: IsoDate | None = None
