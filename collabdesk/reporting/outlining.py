"""What an outline of a report is: its sections in order, what it can be of, and the words that an organisation gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

PROJECT, PORTFOLIO, PARTNER = "project", "portfolio", "partner"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The title and the opening words that somebody gave a section, "" for the program's; printed as they are."""

    title: str = ""
    opening: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """One kind of report: its name on the command line, its title on the cover, its sections in order.

    `of` are the subjects it can be of. With `pages` it has neither cover nor contents and keeps to so many pages: what
    has no room is left out and named. One that `is_audit` bears the audit's title. `opening` stands before the first
    section. `own` are the words of an organisation's own outline by section; then `title` is its own too and is printed
    as it is.
    """

    name: str
    title: str
    sections: tuple[str, ...]
    of: tuple[str, ...] = (PROJECT,)
    pages: int = 0
    opening: str = ""
    is_audit: bool = False
    own: Mapping[str, OwnWords] = field(default_factory=dict)
    base: str = ""

    @property
    def is_own(self) -> bool:
        """Whether an organisation made it."""
        return bool(self.base)
