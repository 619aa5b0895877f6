"""`collabdesk look`: what would be imported; writes nothing."""

from __future__ import annotations

import argparse

from collabdesk.cli import accounts, intake_options
from collabdesk.cli.command import Command, Desk, say_json
from collabdesk.usecases import imports


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    staged = intake_options.look(parsed, desk)
    account = imports.account(staged)
    if parsed.rejects:
        imports.write_rejects(staged, parsed.rejects)
    accounts.say_refusals(account)
    say_json(account) if parsed.json else accounts.say_account(account)
    return accounts.status_of(account)


COMMAND = Command("read spreadsheets, find and check their tables; writes nothing", intake_options.add, _run)
