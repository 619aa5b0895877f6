"""One line of a baseline: a work package, task, milestone or deliverable as it was planned."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineLine(Record):
    """`subject` is the noun (`work_package`, `milestone`, `deliverable`), `code` its number.

    `end` is the due day of what is a point in time.
    """

    project_id: int | None = None
    baseline_id: int | None = None
    subject: str = ""
    code: str = ""
    title: str = ""
    start: IsoDate | None = None
    end: IsoDate | None = None
    person_months: Decimal | None = None
    cost: Decimal | None = None
    currency: str = ""
