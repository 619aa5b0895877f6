"""How much of a work package was done on a day, as its lead reported it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress(Record):
    """`done` is a fraction of one."""

    project_id: int | None = None
    work_package: str = ""
    day: IsoDate | None = None
    done: Decimal | None = None
    note: str = ""
