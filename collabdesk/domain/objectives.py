"""An objective of an audit, and the conclusion that the audit comes to on it."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(Record):
    """`code` is its number in the report. `conclusion` is "" until a person concluded; `rating` is a word of the
    criteria set's scale, "" where none was given.
    """

    audit_id: int | None = None
    code: str = ""
    text: str = ""
    conclusion: str = ""
    rating: str = ""
