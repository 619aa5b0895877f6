"""Own rates from a spreadsheet or csv file: one step of undo, each rate traced to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from collabdesk.domain.problems import Refused
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


def refuse_without_rates(staged: Staged) -> int:
    """How many rates were read; Refused, with what a table of rates needs, where none was."""
    unread = next((f for f in staged.files if f.refused), None)
    if unread is not None:
        raise Refused(f"{unread.name}: {unread.refused}", "unreadable")
    found = sum(table.records for table in staged.tables)
    if not found:
        names = ", ".join(f.name for f in staged.files)
        problem = next((p for table in staged.tables for p in table.problems), None)
        why = f" {problem.cell}: {problem.text}." if problem else ""
        raise Refused(
            f"{names} holds no table of rates: below a line of headers each row needs its two currencies, a rate and "
            f"a day, in two rows or more.{why}",
            "no-rates",
        )
    return found


def bring(workspace: Workspace, file: Path) -> int:
    """Look and keep in one go, for the window: how many rates were read; Refused where none is found."""
    staged = look([file])
    found = refuse_without_rates(staged)
    keep(workspace, staged)
    return found
