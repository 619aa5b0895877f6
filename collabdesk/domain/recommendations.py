"""A recommendation, or the corrective action that answers a finding."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "recommendation",
    {
        "open": ("in_progress", "overtaken"),
        "in_progress": ("implemented_claimed", "overtaken"),
        "implemented_claimed": ("verified", "not_accepted"),
        "not_accepted": ("in_progress",),
        "verified": (),
        "overtaken": (),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Record):
    """`form` is `recommendation` (the auditor's) or `corrective_action` (the auditee's plan).

    `code` is its number in the report. `finding` is the finding's code as the source writes it; `finding_id` the
    finding where it is known. `verified_by` saw that it was done.
    """

    finding_id: int | None = None
    project_id: int | None = None
    finding: str = ""
    form: str = "recommendation"
    text: str = ""
    addressee: str = ""
    contact: str = ""
    due: IsoDate | None = None
    priority: str = ""
    code: str = ""
    note: str = ""
    verified_by: str = ""
    status: str = "open"
