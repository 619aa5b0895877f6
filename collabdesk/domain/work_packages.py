"""A work package: a part of the project's plan with its lead, months and effort."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPackage(Record):
    """`technique` is how progress is measured (0/100, 50/50, milestones, percent complete).

    A task is a work package with a `parent` (its code). `start` and `end` are as approved. `predecessors` are codes
    separated by `;`. `cost` is its planned cost where no budget line states one.
    """

    project_id: int | None = None
    code: str = ""
    title: str = ""
    lead: str = ""
    start: IsoDate | None = None
    end: IsoDate | None = None
    person_months: Decimal | None = None
    technique: str = ""
    parent: str = ""
    predecessors: str = ""
    forecast_start: IsoDate | None = None
    forecast_end: IsoDate | None = None
    actual_start: IsoDate | None = None
    actual_end: IsoDate | None = None
    cost: Decimal | None = None
    currency: str = ""
