"""A dataset of the project: where it lies, under whose law, and what was recorded of its use and export class."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset(Record):
    """`duo` are codes of the Data Use Ontology as recorded, separated by spaces; `export_class` is what a person
    recorded (never found by the program); `permitted` are the countries it may go to, as recorded, separated by
    spaces.
    """

    project_id: int | None = None
    partner_id: int | None = None
    code: str = ""
    title: str = ""
    kind: str = ""
    duo: str = ""
    jurisdiction: str = ""
    localisation: str = ""
    permitted: str = ""
    is_personal: bool | None = None
    export_class: str = ""
    export_list: str = ""
    access: str = ""
    approvals: str = ""
    approval_expires: IsoDate | None = None
    usable_until: IsoDate | None = None
    licence: str = ""
    deliverable: str = ""
    evidence: str = ""
