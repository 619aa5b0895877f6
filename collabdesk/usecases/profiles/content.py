"""What a profile holds: who confirmed which tables of which funder, and what the mapping says of it as its reason."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import in_words
from collabdesk.intake.confirmed import AS_CONFIRMED, Confirmed, Reading

VERSION = 1


@dataclass(frozen=True, slots=True)
class Content:
    """A profile as its file has it. `confirmed_at` is a moment in UTC (`2026-03-03T09:14:05Z`)."""

    name: str
    funder: str
    confirmed_at: str
    confirmed_by: str
    tables: tuple[Reading, ...]

    def confirmed(self, *readings: Reading) -> Confirmed:
        """What a look is told: these readings, or all of them."""
        reason = f"{AS_CONFIRMED}{in_words(self.confirmed_at[:10])} by {self.confirmed_by} (profile {self.name})"
        return Confirmed(self.name, reason, readings or self.tables)
