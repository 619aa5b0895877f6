"""The criteria sets that an audit can be planned with."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.auditing import criteria_sets


@dataclass(frozen=True, slots=True)
class CriteriaChoice:
    """One set as a person chooses it: what it looks at, which version, and where it comes from."""

    key: str
    title: str
    version: str
    source: str


def choices() -> list[CriteriaChoice]:
    """Every set there is, the usual one first."""
    sets = [criteria_sets.load(key) for key in criteria_sets.names()]
    ordered = sorted(sets, key=lambda s: (s.key != "three_es", s.title))
    return [CriteriaChoice(s.key, s.title, s.version, s.source) for s in ordered]


def title_of(key: str) -> str:
    """The title of a set; its key where the set is not there any more."""
    return next((c.title for c in choices() if c.key == key), key)
