"""Other names of a partner, and names that a person said are not that partner's."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.records import Record

SAME, DIFFERENT = "same", "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerName(Record):
    """What a person decided about a name or identifier that a file gives: `verdict` same or different.

    `code` is the identifier that stood beside the name, verbatim. `decided_at` is UTC, ISO 8601.
    """

    partner_id: int | None = None
    name: str = ""
    code: str = ""
    verdict: str = SAME
    decided_at: str = ""
    decided_by: str = ""
