"""A value of a rule pack that one grant states otherwise, as its data sheet does."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOverride(Record):
    """`name` is the value's name in the pack; `value` is written as the pack would write it."""

    project_id: int | None = None
    name: str = ""
    value: str = ""
    source: str = ""
    reason: str = ""
