"""Arabic letters in their joined forms, from the Unicode table of presentation forms; pure text."""

from __future__ import annotations

import unicodedata
from functools import cache

_FORMS = ("isolated", "final", "initial", "medial")


@cache
def _table() -> dict[str, dict[str, str]]:
    """Letter or ligature -> form -> the character that shows it."""
    table: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        form, _, bases = unicodedata.decomposition(chr(code)).partition(" ")
        word = form.strip("<>")
        if word in _FORMS:
            letters = "".join(chr(int(b, 16)) for b in bases.split())
            table.setdefault(letters, {})[word] = chr(code)
    return table


def joined_forms(text: str) -> str:
    """The text with each Arabic letter replaced by the form its neighbours ask for, lam-alef as one sign."""
    table = _table()
    if not any(c in table for c in text):
        return text
    units = _units(text, table)
    return "".join(_shown(units, i, table) for i in range(len(units)))


def _units(text: str, table: dict[str, dict[str, str]]) -> list[str]:
    units: list[str] = []
    at = 0
    while at < len(text):
        size = 2 if text[at : at + 2] in table else 1
        units.append(text[at : at + size])
        at += size
    return units


def _shown(units: list[str], at: int, table: dict[str, dict[str, str]]) -> str:
    forms = table.get(units[at])
    if forms is None:
        return units[at]
    before, after = _neighbour(units, at, -1), _neighbour(units, at, 1)
    joins_before = "final" in forms and "initial" in table.get(before, {})
    joins_after = "initial" in forms and "final" in table.get(after, {})
    wanted = {(1, 1): "medial", (1, 0): "final", (0, 1): "initial", (0, 0): "isolated"}[joins_before, joins_after]
    return forms.get(wanted, units[at])


def _neighbour(units: list[str], at: int, step: int) -> str:
    at += step
    while 0 <= at < len(units) and unicodedata.combining(units[at][0]):
        at += step
    return units[at] if 0 <= at < len(units) else ""
