"""Own rates from a spreadsheet or csv file: one step of undo, each rate traced to its cell."""

from __future__ import annotations

from pathlib import Path

from collabdesk.usecases.accepting import Accepted, accept
from collabdesk.usecases.looking import LookOptions, Staged, look_at
from collabdesk.usecases.workspace import Workspace


def look(file: Path, options: LookOptions | None = None) -> Staged:
    """Read a file of rates: one row a rate, with its two currencies, its day or days, and where known its source."""
    from dataclasses import replace

    return look_at([file], replace(options or LookOptions(), kind="exchange_rate"))


def keep(workspace: Workspace, staged: Staged) -> Accepted:
    """Keep what was read; a rate of the same table, pair, kind and day is the same one, with a new value."""
    return accept(workspace, staged)
