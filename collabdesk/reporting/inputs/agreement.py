"""The agreement as a report tells it: each record with where it stands, the terms in force, and the words of codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from collabdesk.domain.assets import Asset
from collabdesk.domain.clauses import Clause
from collabdesk.domain.datasets import Dataset
from collabdesk.domain.decisions import Decision
from collabdesk.domain.transfers import Transfer


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term in force: its name in words, as it is stated, where it is from, and whether that was read."""

    title: str
    text: str
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class VetoLine:
    """Until when a decision may be vetoed; `why` where that cannot be said. `in_meeting`: only during the meeting."""

    last: date | None = None
    why: str = ""
    in_meeting: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a record: its name, `not_recorded`, `expired`, `contradicts` or `open`, and the sentence."""

    noun: str
    id: int | None
    name: str
    state: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """`vetoes` by the decision's id, `holders` the partners of assets and datasets by theirs, `codes` what the list of
    `duo_day` says of each recorded code ("" where it is not in it).
    """

    clauses: tuple[Clause, ...] = ()
    decisions: tuple[Decision, ...] = ()
    assets: tuple[Asset, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    model: str = ""
    terms: tuple[TermLine, ...] = ()
    vetoes: Mapping[int, VetoLine] = field(default_factory=dict)
    holders: Mapping[int, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    duo_day: str = ""
    notes: tuple[Note, ...] = ()
    worst_first: tuple[str, ...] = ()

    def notes_on(self, *nouns: str) -> tuple[Note, ...]:
        """The remarks on these nouns, the worst first."""
        found = (n for n in self.notes if n.noun in nouns)
        return tuple(sorted(found, key=lambda n: (self.worst_first.index(n.state), nouns.index(n.noun))))

    def state(self, noun: str, number: int | None) -> str:
        """The worst of what is remarked on a record; `recorded` where there is nothing."""
        its = {n.state for n in self.notes if (n.noun, n.id) == (noun, number)}
        return next((state for state in self.worst_first if state in its), "recorded")
