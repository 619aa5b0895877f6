"""`collabdesk export`: all records as a workbook or as JSON."""

from __future__ import annotations

import argparse
from pathlib import Path

from collabdesk.cli.command import DONE, Command, Desk, say
from collabdesk.usecases import exporting


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", metavar="FILE.xlsx|FILE.json", type=Path, required=True)


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace(create=False) as workspace:
        counts = exporting.export(workspace, parsed.out)
    say(f"{parsed.out}: " + ", ".join(f"{count} {noun}" for noun, count in counts.items() if count))
    return DONE


COMMAND = Command("write all records to a workbook or JSON", _arguments, _run)
