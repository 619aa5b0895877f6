"""A rule pack that somebody loaded: a funder's rules as a file of their own."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePack(Record):
    """`content` is the TOML text as it was loaded; the bundled packs are files of the program and no records."""

    code: str = ""
    title: str = ""
    content: str = ""
    loaded_at: str = ""
    loaded_by: str = ""
