"""Own rates from a spreadsheet or csv file: one step of undo, each rate traced to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from collabdesk.domain.dates import in_words
from collabdesk.domain.problems import Refused
from collabdesk.intake.staged import StagedTable
from collabdesk.usecases.accepting import Accepted, accept
from collabdesk.usecases.decisions import Decisions
from collabdesk.usecases.looking import LookOptions, Staged, look_at
from collabdesk.usecases.rates import ecb
from collabdesk.usecases.rates.bank import SERIES
from collabdesk.usecases.workspace import Workspace

# Words that stand over many columns elsewhere; in a table of rates they mean one thing.
_PLAIN_WORDS = ("base", "quote", "rate", "source", "series", "kind")


def look(files: Sequence[Path], options: LookOptions | None = None) -> Staged:
    """Read files of rates: one row a rate, with its two currencies, its day or days, and where known its source; or the
    European Central Bank's own file, a row a day with a column for each currency.
    """
    given = options or LookOptions()
    said = {header.casefold() for header, _ in given.map}
    words = [(way, word) for word in _PLAIN_WORDS if word not in said for way in (word, word.title(), word.upper())]
    plain = tuple((way, f"exchange_rate.{word}") for way, word in words)
    return look_at(files, replace(given, kind="exchange_rate", map=(*given.map, *plain)))


def keep(workspace: Workspace, staged: Staged) -> Accepted:
    """Keep what was read; a rate of the same table, pair, kind and day is the same one, with a new value.

    Of the European Central Bank's file only what the bundled history does not hold yet.
    """
    left_out = {
        (at, number): known
        for at, file in enumerate(staged.files)
        for number, table in enumerate(file.tables)
        if (known := _bundled(table))
    }
    return accept(workspace, staged, decisions=Decisions(left_out=left_out))


def refuse_without_rates(staged: Staged) -> int:
    """How many rates there are to keep; Refused, with what a table of rates needs, where there is none."""
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
    new = found - sum(len(_bundled(table)) for table in staged.tables)
    if not new:
        raise Refused(
            f"The bundled history holds these rates already: it goes to {in_words(ecb.last_day().isoformat())}, and "
            "the file holds no later day.",
            "no-new-rates",
        )
    return new


def _bundled(table: StagedTable) -> set[int]:
    """The records of a table that the bundled history holds."""
    series, days = (table.values.get(f"exchange_rate.{name}", ()) for name in ("series", "start"))
    last = ecb.last_day().isoformat()
    told = enumerate(zip(series, days, strict=True)) if series else ()
    return {n for n, (whose, day) in told if whose == SERIES and str(day or last) <= last}


def bring(workspace: Workspace, file: Path) -> int:
    """Look and keep in one go, for the window: how many rates were read; Refused where none is found."""
    staged = look([file])
    found = refuse_without_rates(staged)
    keep(workspace, staged)
    return found
