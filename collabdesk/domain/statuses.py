"""Statuses move by table: a noun lists which move is allowed from where; anything else is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from collabdesk.domain.problems import Refused


@dataclass(frozen=True, slots=True)
class Moves:
    """The allowed moves of one noun's status: the first key is where a new record begins."""

    noun: str
    table: Mapping[str, tuple[str, ...]]

    @property
    def first(self) -> str:
        return next(iter(self.table))

    def after(self, status: str) -> tuple[str, ...]:
        """Where a record in `status` may go; a view asks this which buttons to show."""
        return self.table.get(status, ())

    def leads(self, status: str, new: str) -> bool:
        """Whether allowed moves, one or several, lead from `status` to `new`."""
        reached, ahead = {status}, [status]
        while ahead:
            more = set(self.after(ahead.pop())) - reached
            reached |= more
            ahead += more
        return new in reached

    def check(self, status: str, new: str) -> None:
        """Raise Refused unless the move from `status` to `new` is in the table."""
        if new not in self.after(status):
            allowed = ", ".join(self.after(status)) or "none"
            raise Refused(f"A {self.noun} cannot go from {status} to {new}. Allowed from here: {allowed}.", "bad-move")
