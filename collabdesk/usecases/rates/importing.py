"""Own rates from a spreadsheet or csv file: one step of undo, each rate traced to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from collabdesk.usecases.accepting import Accepted, accept
from collabdesk.usecases.looking import LookOptions, Staged, look_at
from collabdesk.usecases.workspace import Workspace

# Words that stand over many columns elsewhere; in a table of rates they mean one thing.
_PLAIN_WORDS = ("base", "quote", "rate", "source", "series", "kind")


def look(files: Sequence[Path], options: LookOptions | None = None) -> Staged:
    """Read files of rates: one row a rate, with its two currencies, its day or days, and where known its source."""
    given = options or LookOptions()
    said = {header.casefold() for header, _ in given.map}
    words = [(way, word) for word in _PLAIN_WORDS if word not in said for way in (word, word.title(), word.upper())]
    plain = tuple((way, f"exchange_rate.{word}") for way, word in words)
    return look_at(files, replace(given, kind="exchange_rate", map=(*given.map, *plain)))


def keep(workspace: Workspace, staged: Staged) -> Accepted:
    """Keep what was read; a rate of the same table, pair, kind and day is the same one, with a new value."""
    return accept(workspace, staged)
