"""A profile: how a person confirmed that a funder's spreadsheets are read."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Record):
    """One funder's layout under a name. `content` is the text of the file that one manager hands to another."""

    name: str = ""
    funder: str = ""
    content: str = ""
    confirmed_at: str = ""
    confirmed_by: str = ""
