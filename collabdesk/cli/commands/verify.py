"""`collabdesk verify`: is this report one of ours, unchanged, and do today's data still give it?"""

from __future__ import annotations

import argparse
from pathlib import Path

from collabdesk.cli.command import DONE, REFUSED, WITH_PROBLEMS, Command, Desk, say
from collabdesk.usecases import reports


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.pdf", type=Path)


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace(create=False) as workspace:
        verdict = reports.verify(workspace, parsed.file)
    for line in verdict.sentences:
        say(line)
    if not verdict.is_ours:
        return REFUSED
    return DONE if verdict.is_unchanged and verdict.still_true else WITH_PROBLEMS


COMMAND = Command("prove a printed report", _arguments, _run)
