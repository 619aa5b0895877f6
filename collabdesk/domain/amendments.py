"""An amendment: what was changed in a grant agreement, when and why."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment(Record):
    """`date` is the day of signature. `adopts_rules` says whether the grant goes over to the rules in force on that day
    (None: as the rule pack says). `changed` names the changed fields in the agreement's own words.
    """

    project_id: int | None = None
    code: str = ""
    title: str = ""
    date: IsoDate | None = None
    effective: IsoDate | None = None
    reason: str = ""
    changed: str = ""
    adopts_rules: bool | None = None
