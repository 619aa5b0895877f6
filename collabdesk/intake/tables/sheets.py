"""Sheets that hold no records of their own: instructions, lists for drop-downs, covers, summaries of other sheets."""

from __future__ import annotations

from collabdesk.intake.found import TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.vocabulary import Vocabulary

_NATURES = ("summary", "reference", "help", "cover")
_WORDS = {"summary": "summary", "reference": "reference list", "help": "help", "cover": "cover sheet"}


def nature(grid: Grid, words: Vocabulary) -> str | None:
    """What the sheet's name says it is, when that is no list of records."""
    for mark in _NATURES:
        if words.holds(f"sheet_{mark}", grid.sheet):
            return _WORDS[mark]
    return None


def refusal(grid: Grid, tables: list[TableFound], words: Vocabulary) -> str | None:
    """Why tables that were found must not be offered, or None when they may."""
    named = nature(grid, words)
    if named == "summary" and not _counts_things(tables, words):
        named = None if tables[0].layout == "rows" else named
    if named:
        return named
    return None


def _counts_things(tables: list[TableFound], words: Vocabulary) -> bool:
    return any(words.holds("count", h.text) for t in tables for h in t.headers)
