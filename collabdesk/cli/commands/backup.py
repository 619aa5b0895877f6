"""`collabdesk backup`: a checked copy of the database with its SHA-256."""

from __future__ import annotations

import argparse
from pathlib import Path

from collabdesk.cli.command import DONE, Command, Desk, say
from collabdesk.usecases import backups


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="where to (default: beside the database)")


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace(create=False) as workspace:
        say(f"{backups.backup(workspace, parsed.file)}")
    return DONE


COMMAND = Command("make a checked copy of the database", _arguments, _run)
