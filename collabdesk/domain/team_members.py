"""A member of an audit's team, with the interests that the person declared."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember(Record):
    """`interests` is what was declared, verbatim ("none" is a declaration); `declared_on` None means that nothing was
    declared yet, which a report says.
    """

    audit_id: int | None = None
    name: str = ""
    role: str = ""
    organisation: str = ""
    interests: str = ""
    declared_on: IsoDate | None = None
