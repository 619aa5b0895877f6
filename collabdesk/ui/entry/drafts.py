"""Rows that are being typed and are not kept yet, and cells whose text is no value."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

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


Marks = dict[int, dict[str, Wrong]]
"""The wrong cells of records, by id and field."""

_ACTS = 30  # acts of which nothing was kept that can be taken back


@dataclass(slots=True)
class Unkept:
    """All that was typed into a table and is not kept. It outlives the table: leaving a page loses no typing."""

    drafts: list[Draft] = field(default_factory=list)
    wrong: Marks = field(default_factory=dict)
    _past: list[tuple[list[Draft], Marks]] = field(default_factory=list)

    def remember(self) -> None:
        """What stands now can be taken back to, until something is kept."""
        drafts = [Draft(dict(d.fields), set(d.given), dict(d.wrong)) for d in self.drafts]
        self._past.append((drafts, {number: dict(cells) for number, cells in self.wrong.items()}))
        del self._past[:-_ACTS]

    def forget_past(self) -> None:
        """The last act is a step in the database now: what undoes it is the window's undo."""
        self._past.clear()

    def forget_idle(self) -> None:
        """Forget the last act if it changed nothing here."""
        drafts, wrong = self._past[-1]
        if wrong == self.wrong and [(d.fields, d.wrong) for d in drafts] == [(d.fields, d.wrong) for d in self.drafts]:
            self._past.pop()

    @property
    def can_go_back(self) -> bool:
        """Is the last act one that nothing was kept of?"""
        return bool(self._past)

    def go_back(self) -> None:
        """Take the last act back."""
        self.drafts, self.wrong = self._past.pop()

    @property
    def count(self) -> int:
        """How many rows and cells are not kept."""
        return len(self.drafts) + self.wrong_count

    @property
    def wrong_count(self) -> int:
        """How many cells of records are not kept."""
        return sum(len(cells) for cells in self.wrong.values())


_LEFT: WeakKeyDictionary[Any, dict[Hashable, Unkept]] = WeakKeyDictionary()


def taken(desk: Any, key: Hashable) -> Unkept:
    """What was left in the table of this key when it was closed; nobody else gets it meanwhile."""
    return _LEFT.setdefault(desk, {}).pop(key, None) or Unkept()


def left(desk: Any, key: Hashable, unkept: Unkept) -> None:
    """Lay what is not kept down for the next table of the same key."""
    unkept.forget_past()
    unkept.drafts = [draft for draft in unkept.drafts if not draft.is_going]
    if unkept.count:
        _LEFT.setdefault(desk, {})[key] = unkept


def lying(desk: Any) -> int:
    """How many rows and cells lie in tables that were closed."""
    return sum(unkept.count for unkept in _LEFT.get(desk, {}).values())
