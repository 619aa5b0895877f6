"""`collabdesk revert`: takes one import back."""

from __future__ import annotations

import argparse

from collabdesk.cli.command import DONE, Command, Desk, say
from collabdesk.usecases import imports


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("batch", metavar="BATCH", type=int, help="the number that `collabdesk imports` shows")


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace() as workspace:
        change = imports.revert(workspace, parsed.batch)
    say(f"{change.label}.")
    return DONE


COMMAND = Command("take an import back", _arguments, _run)
