"""Sheets that hold no records of their own: instructions, lists for drop-downs, covers, summaries of other sheets."""

from __future__ import annotations

from collections.abc import Iterable

from collabdesk.intake.found import Header, TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.mapping import is_elsewhere, recognised
from collabdesk.intake.tables import shape
from collabdesk.intake.vocabulary import Vocabulary

_TOP, _LEAST_SAID, _MOST_SAID, _LONGEST, _SURE = 12, 3, 14, 60, 0.9
_OWN = frozenset({"project.code", "project.title", "project.abstract"})
_WHY = {"summary": "summary", "reference": "reference list", "help": "help", "cover": "cover sheet"}


def nature(grid: Grid, words: Vocabulary) -> str | None:
    """What the sheet's name says it is, when that is no list of records."""
    named = next((why for mark, why in _WHY.items() if words.holds(f"sheet_{mark}", grid.sheet)), None)
    # “Liste der Vorhaben” is a list of projects, whatever else a list may be.
    return None if named == _WHY["reference"] and words.kinds_in(grid.sheet) else named


def describes_data(grid: Grid, words: Vocabulary) -> bool:
    """Is it a list of fields with their types and definitions? It speaks of records and holds none."""
    for row in range(1, min(_TOP, len(grid.rows)) + 1):
        said = [t for _, t in shape.texts(grid, row)]
        if _LEAST_SAID <= len(said) <= _MOST_SAID and max(map(len, said)) < _LONGEST:
            sure = sum(words.holds("dictionary", t) for t in said)
            more = sum(words.marked("dictionary_more", t) for t in said)
            if (sure >= 2 or (sure and more >= 2)) and sure + more >= 0.4 * len(said):
                return True
    return False


def counts_projects(headers: Iterable[Header], words: Vocabulary) -> bool:
    """Do the headers say that a row counts projects? Such rows are sums by programme, priority or region."""
    texts = [h.text for h in headers]
    return any(words.holds("aggregate", t) for t in texts) and not any(
        s.field in _OWN and s.score >= _SURE for t in texts for s in words.exactly(t)
    )


def is_believed(grid: Grid, table: TableFound, hits: float, words: Vocabulary) -> bool:
    """Is this a table to offer? One that some kind is known by; on a hidden or odd sheet only a strong one."""
    return bool(belief(grid, table, hits, words))


def belief(grid: Grid, table: TableFound, hits: float, words: Vocabulary) -> str:
    """ "signed" for a table that some kind is known by, "plain" for one that is only likely, "" for none to offer."""
    named = nature(grid, words)
    if is_elsewhere(table, words) or counts_projects(table.headers, words):
        return ""
    if named == "summary":
        counts = any(words.holds("count", h.text) for h in table.headers)
        if counts or table.layout != "rows" or hits < 5 or len(table.anchors) < 10:
            return ""
    elif named and (hits < 10 or len(table.anchors) < 3):
        return ""
    if grid.is_hidden and (named or hits < 4 or len(table.anchors) < 2):
        return ""
    signed, fields = recognised(table, grid, words)
    if signed:
        return "signed"
    is_plain = not grid.is_hidden and not named and len(table.anchors) >= 5
    width = len(table.headers)
    is_likely = is_plain and hits >= 3 and fields >= 3 and hits >= 0.3 * width and fields >= 0.25 * width
    return "plain" if is_likely else ""
