"""`collabdesk look`: what would be imported, beside what is there; writes nothing."""

from __future__ import annotations

import argparse

from collabdesk.cli import accounts, intake_options
from collabdesk.cli.command import Command, Desk, say_json
from collabdesk.cli.comparing import compared
from collabdesk.usecases import imports


def _arguments(parser: argparse.ArgumentParser) -> None:
    intake_options.add(parser)
    parser.add_argument("--changes", action="store_true", help="with --json, list every change row by row too")


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    staged = intake_options.look(parsed, desk)
    with compared(staged, desk) as comparison:
        account = imports.account(staged, compared=comparison, changes=parsed.changes)
        if parsed.rejects:
            imports.write_rejects(staged, parsed.rejects)
        accounts.say_refusals(account)
        say_json(account) if parsed.json else accounts.say_account(account, comparison)
    return accounts.status_of(account)


COMMAND = Command("read spreadsheets, find and check their tables; writes nothing", _arguments, _run)
