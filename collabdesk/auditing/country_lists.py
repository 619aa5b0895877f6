"""Lists of countries as people record them: ISO codes, and words as EU and EEA that stand for several."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from collabdesk.paths import resources

_APART = re.compile(r"[\s,;|/]+")


@dataclass(frozen=True, slots=True)
class _Groups:
    members: Mapping[str, frozenset[str]]
    also: Mapping[str, str]


def code_of(word: str) -> str:
    """The country's code in capitals, written as ISO 3166-1 does; the word itself where it is none."""
    said = word.strip().upper()
    return _groups().also.get(said, said)


def holds(permitted: str, country: str) -> bool | None:
    """Whether the country is on the list; None where the list or the country is no list of codes, so nobody can say.

    A word that is neither a code nor a known group makes a country that is not found otherwise undecided.
    """
    wanted = code_of(country)
    named = [code_of(word) for word in _APART.split(permitted.strip()) if word]
    if not named or not _is_code(wanted):
        return None
    members = _groups().members
    if any(wanted == name or wanted in members.get(name, ()) for name in named):
        return True
    return False if all(_is_code(name) or name in members for name in named) else None


def _is_code(word: str) -> bool:
    return len(word) == 2 and word.isascii() and word.isalpha() and word not in _groups().members


@cache
def _groups() -> _Groups:
    """The latest file of groups that comes with the program."""
    table = tomllib.loads(max(resources("countries").glob("groups_*.toml")).read_text("utf-8"))
    members = {name: frozenset(codes.split()) for name, codes in table["groups"].items()}
    return _Groups(members, table["also"])
