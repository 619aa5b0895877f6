"""`collabdesk restore`: puts a backup in the database's place; what was there is kept beside it."""

from __future__ import annotations

import argparse
from pathlib import Path

from collabdesk import paths
from collabdesk.cli.command import DONE, Command, Desk, say
from collabdesk.usecases import backups


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path)


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    location = desk.location or paths.default_database()
    kept = backups.restore(parsed.file, location)
    say(f"{location} is now what {parsed.file} holds.")
    if kept is not None:
        say(f"What stood there was kept as {kept}.")
    return DONE


COMMAND = Command("put a backup in the database's place", _arguments, _run)
