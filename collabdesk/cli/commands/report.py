"""`collabdesk report`: a report of a project, of one of its partners, or of the portfolio, as a PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

from collabdesk.cli.command import DONE, Command, Desk, say
from collabdesk.cli.values import as_of_option
from collabdesk.domain.organisations import LANGUAGES
from collabdesk.usecases import reports


def _arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("project", metavar="PROJECT", nargs="?", help="the project's code")
    what.add_argument("--portfolio", action="store_true", help="all projects")
    parser.add_argument("--out", metavar="FILE.pdf", type=Path, required=True)
    parser.add_argument(
        "--outline", metavar="NAME", help="which report; `collabdesk outlines list` shows them (the audit report)"
    )
    parser.add_argument("--partner", metavar="NAME", default="", help="the partner that the statement is of")
    parser.add_argument("--language", choices=LANGUAGES, default="", help="else that of the organisation, or English")
    parser.add_argument("--audit", metavar="NUMBER", type=int, help="else the latest audit of the subject")
    parser.add_argument("--addressee", metavar="TEXT", default="", help="else the audit's or the organisation's")
    as_of_option(parser)


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    outline = parsed.outline or ("partner_statement" if parsed.partner else "performance_audit")
    with desk.workspace(create=False) as workspace:
        report = reports.issue(
            workspace,
            project_code=None if parsed.portfolio else parsed.project,
            audit_id=parsed.audit,
            outline=outline,
            as_of=parsed.as_of,
            addressee=parsed.addressee,
            partner=parsed.partner,
            language=parsed.language,
            path=parsed.out,
        )
    say(f"{parsed.out}: report {report.code}, digest {report.digest}")
    return DONE


COMMAND = Command("print a report: the audit's, a board's two pages, a partner's statement …", _arguments, _run)
