"""Rows that are being typed and are not kept yet, and cells whose text is no value."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from collabdesk.domain.obligations import missing


@dataclass(frozen=True, slots=True)
class Wrong:
    """What was typed into a cell, and why it is not kept."""

    text: str
    reason: str


@dataclass(slots=True, eq=False)
class Draft:
    """A new row: its fields so far, its wrong cells, and whether it is on its way into the database."""

    fields: dict[str, Any]
    given: set[str] = field(default_factory=set)  # what was typed into it
    wrong: dict[str, Wrong] = field(default_factory=dict)
    is_going: bool = False

    def lack(self, noun: str) -> str:
        """Why it cannot be kept yet, in a sentence; "" when it can."""
        if self.wrong:
            return next(iter(self.wrong.values())).reason
        return next((sentence for _, sentence in missing(noun, self.fields)), "")

    def is_empty(self, begun: Mapping[str, Any]) -> bool:
        """Does nothing stand in it but what a new row begins with?"""
        return all(value in (None, "") or begun.get(name) == value for name, value in self.fields.items())

    def own(self, names: Collection[str]) -> Mapping[str, Any]:
        """The fields of the noun, without what only stands beside them in the list."""
        return {name: value for name, value in self.fields.items() if name in names}
