"""What the auditee answered to a finding, verbatim."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record

STANCES = ("agree", "partly", "disagree")


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Record):
    """`text` is verbatim and is never edited: a later answer is another record. `stance` is one of STANCES."""

    finding_id: int | None = None
    project_id: int | None = None
    finding: str = ""
    text: str = ""
    stance: str = ""
    respondent: str = ""
    date: IsoDate | None = None
