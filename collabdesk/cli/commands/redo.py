"""`collabdesk redo`: does again what was undone."""

from __future__ import annotations

import argparse

from collabdesk.cli.command import DONE, Command, Desk, no_arguments, say


def _run(_parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace() as workspace:
        say(f"{workspace.redo().label}.")
    return DONE


COMMAND = Command("do again what was undone", no_arguments, _run)
