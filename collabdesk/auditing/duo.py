"""The Data Use Ontology as published on a day: its codes, and what a recorded word means by it."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from collabdesk.paths import resources

_NUMBER = re.compile(r"(?:DUO[:_]?)?(\d{7})", re.IGNORECASE)
_APART = re.compile(r"[\s,;|]+")
TIME_LIMIT, MORATORIUM = "TS", "MOR"
"""The two codes that hold until a day: a time limit on use, a moratorium on publication."""


@dataclass(frozen=True, slots=True)
class DuoCode:
    """`DUO:0000042`, `GRU`, `general research use`; the shorthand is "" for the two groups of codes."""

    id: str
    shorthand: str
    label: str


@dataclass(frozen=True, slots=True)
class DuoList:
    """The codes of one publication; `day` is its ISO date."""

    day: str
    codes: tuple[DuoCode, ...]

    def find(self, word: str) -> DuoCode | None:
        """The code of a recorded word: `GRU`, `gru`, `DUO:0000042`, `DUO_0000042`, `DS-MONDO:0004975` (DS of what)."""
        number = _NUMBER.fullmatch(word)
        if number:
            return next((c for c in self.codes if c.id == f"DUO:{number[1]}"), None)
        short = word.partition("-")[0].partition("[")[0].upper()
        return next((c for c in self.codes if short and c.shorthand == short), None)


@cache
def published() -> DuoList:
    """The latest list that comes with the program."""
    file = max(resources("data_use").glob("duo_*.csv"))
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
    return DuoList(file.stem.removeprefix("duo_"), tuple(DuoCode(**row) for row in csv.DictReader(lines)))


def words_of(recorded: str) -> tuple[str, ...]:
    """The codes of a field, apart."""
    return tuple(word for word in _APART.split(recorded.strip()) if word)
