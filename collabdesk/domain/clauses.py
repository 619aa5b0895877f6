"""A clause of the consortium's agreement: where it stands, and when it is to be looked at again."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record

TYPES = (
    "data_sharing",
    "ip",
    "ethics",
    "exit",
    "dispute",
    "reciprocity",
    "governance",
    "liability",
    "confidentiality",
    "other",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Record):
    """`type` is one of TYPES. Nothing here says that anything is lawful: the program records what people recorded."""

    project_id: int | None = None
    code: str = ""
    type: str = ""
    title: str = ""
    text: str = ""
    reference: str = ""
    effective: IsoDate | None = None
    review_on: IsoDate | None = None
    evidence: str = ""
    note: str = ""
