"""A rating that an audit's team gave by one criterion of a set's scale."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Record):
    """`dimension` is the criterion's word in the set (relevance, efficiency, …), `rating` a word of the set's scale."""

    audit_id: int | None = None
    dimension: str = ""
    rating: str = ""
    reason: str = ""
