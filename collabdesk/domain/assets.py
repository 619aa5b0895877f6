"""Background that a party brings, or a result that the project made: owner, access, use."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record

FORMS = ("background", "result", "publication")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset(Record):
    """`form` is one of FORMS. `access` are the terms of access as agreed, `exclusive_until` ends an exclusive use.
    `embargo_days` is the days between publication and open access, None where nothing is recorded.
    """

    project_id: int | None = None
    partner_id: int | None = None
    code: str = ""
    title: str = ""
    form: str = ""
    kind: str = ""
    owners: str = ""
    access: str = ""
    restriction: str = ""
    exclusive_until: IsoDate | None = None
    protection: str = ""
    exploitation: str = ""
    produced_on: IsoDate | None = None
    published_on: IsoDate | None = None
    embargo_days: Decimal | None = None
    licence: str = ""
    repository: str = ""
    deliverable: str = ""
    evidence: str = ""
