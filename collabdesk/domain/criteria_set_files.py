"""A set of criteria of the organisation's own, as the file that was loaded."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaSetFile(Record):
    """`content` is the whole file (TOML), verbatim; `code` names the set, as an audit's `criteria_set` does."""

    code: str = ""
    title: str = ""
    content: str = ""
    loaded_at: str = ""
    loaded_by: str = ""
