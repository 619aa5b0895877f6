"""An indicator with its target and what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Record):
    """`target` and `actual` are in `unit`; both None where the source states no number."""

    project_id: int | None = None
    code: str = ""
    title: str = ""
    type: str = ""
    target: Decimal | None = None
    actual: Decimal | None = None
    unit: str = ""
    period_start: IsoDate | None = None
    period_end: IsoDate | None = None
