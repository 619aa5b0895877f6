"""A funder and its programme."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Funder(Record):
    """Who pays. `kind` is consortium, open_science, ppp, regional or multilateral; "" if unknown."""

    name: str = ""
    programme: str = ""
    kind: str = ""
    currency: str = ""
    country: str = ""
