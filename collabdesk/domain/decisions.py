"""A decision of the consortium"s bodies: votes, quorum, veto and outcome."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "decision",
    {
        "proposed": ("adopted", "rejected", "vetoed"),
        "adopted": ("vetoed",),
        "rejected": (),
        "vetoed": ("resolved",),
        "resolved": (),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """`present` and `entitled` are votes; `veto_by` names the party that vetoed. The rules on quorum and majority come
    from the agreement, never from here.
    """

    project_id: int | None = None
    code: str = ""
    title: str = ""
    body: str = ""
    date: IsoDate | None = None
    on_agenda: bool | None = None
    in_meeting: bool | None = None
    entitled: Decimal | None = None
    present: Decimal | None = None
    in_favour: Decimal | None = None
    against: Decimal | None = None
    abstained: Decimal | None = None
    veto_by: str = ""
    veto_on: IsoDate | None = None
    veto_reason: str = ""
    minutes_on: IsoDate | None = None
    text: str = ""
    evidence: str = ""
    status: str = "proposed"
