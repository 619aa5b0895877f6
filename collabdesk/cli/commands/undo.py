"""`collabdesk undo`: takes the last step back."""

from __future__ import annotations

import argparse

from collabdesk.cli.command import DONE, Command, Desk, no_arguments, say


def _run(_parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace() as workspace:
        say(f"{workspace.undo().label}.")
    return DONE


COMMAND = Command("take the last step back", no_arguments, _run)
