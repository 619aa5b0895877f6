"""`collabdesk report`: the audit report of a project or the portfolio as a PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

from collabdesk.cli.command import DONE, Command, Desk, say
from collabdesk.cli.values import as_of_option
from collabdesk.usecases import reports


def _arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("project", metavar="PROJECT", nargs="?", help="the project's code")
    what.add_argument("--portfolio", action="store_true", help="all projects")
    parser.add_argument("--out", metavar="FILE.pdf", type=Path, required=True)
    parser.add_argument("--outline", metavar="NAME", default="performance_audit")
    as_of_option(parser)


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace(create=False) as workspace:
        report = reports.issue(
            workspace,
            project_code=None if parsed.portfolio else parsed.project,
            outline=parsed.outline,
            as_of=parsed.as_of,
            path=parsed.out,
        )
    say(f"{parsed.out}: report {report.code}, digest {report.digest}")
    return DONE


COMMAND = Command("print the audit report", _arguments, _run)
