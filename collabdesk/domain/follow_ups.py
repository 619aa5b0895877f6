"""What a later audit found of an earlier finding."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record

OUTCOMES = ("corrected", "partly_corrected", "not_corrected", "differs", "no_longer_valid")


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Record):
    """`audit_id` is the later audit, `finding_id` the earlier finding. `outcome` is one of OUTCOMES, the words of the
    summary schedule of prior audit findings (2 CFR 200.511(b)). `repeated_in` is the code of the new finding that
    repeats it.
    """

    audit_id: int | None = None
    finding_id: int | None = None
    project_id: int | None = None
    finding: str = ""
    outcome: str = ""
    text: str = ""
    repeated_in: str = ""
    checked_by: str = ""
    checked_on: IsoDate | None = None
