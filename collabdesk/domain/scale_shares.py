"""One member's share in a year's scale of contributions."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleShare(Record):
    """`share` is a fraction of one; where it is None it follows from `base` of all members.

    `base` is what the scale goes by: net national income, say.
    """

    project_id: int | None = None
    partner_id: int | None = None
    country: str = ""
    year: str = ""
    share: Decimal | None = None
    base: Decimal | None = None
    currency: str = ""
    source: str = ""
