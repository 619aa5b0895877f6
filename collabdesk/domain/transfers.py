"""A transfer of a dataset or an item to another country, with the mechanism and licence recorded for it."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "transfer",
    {
        "recorded": ("approved", "refused"),
        "approved": ("done", "refused"),
        "done": (),
        "refused": (),
    },
)
MECHANISMS = ("adequacy", "scc", "bcr", "derogation", "none_needed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer(Record):
    """`mechanism` is one of MECHANISMS (GDPR chapter V), "" where none is recorded. Whether it is lawful is nobody's
    claim here.
    """

    project_id: int | None = None
    dataset_id: int | None = None
    code: str = ""
    dataset: str = ""
    title: str = ""
    from_country: str = ""
    to_country: str = ""
    recipient: str = ""
    mechanism: str = ""
    licence: str = ""
    approved_on: IsoDate | None = None
    expires: IsoDate | None = None
    date: IsoDate | None = None
    evidence: str = ""
    status: str = "recorded"
