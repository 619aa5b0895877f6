"""A forecast as it was reported on a day: what a milestone trend is drawn from."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastReading(Record):
    """`subject` is the noun (`milestone`, `deliverable`, `work_package`), `code` its number."""

    project_id: int | None = None
    subject: str = ""
    code: str = ""
    reported_on: IsoDate | None = None
    forecast: IsoDate | None = None
    reason: str = ""
