"""Starts the window or the command line; the one module that may see both."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from collabdesk.cli.main import main as command_line


def open_window(location: str | Path | None) -> int:
    """Open the window on a database and return its exit status."""
    from collabdesk.ui.main import run_window
    from collabdesk.usecases.workspace import Workspace

    with Workspace.open(location) as workspace:
        return run_window(workspace)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run CollabDesk with the given arguments (the process's own by default)."""
    return command_line(sys.argv[1:] if arguments is None else arguments, open_window=open_window)
