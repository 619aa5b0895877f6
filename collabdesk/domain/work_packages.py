"""A work package: a part of the project's plan with its lead, months and effort."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPackage(Record):
    """`technique` is how progress is measured (0/100, 50/50, milestones, percent complete)."""

    project_id: int | None = None
    code: str = ""
    title: str = ""
    lead: str = ""
    start: IsoDate | None = None
    end: IsoDate | None = None
    person_months: Decimal | None = None
    technique: str = ""
