"""`collabdesk import`: look, then keep; one import is one step of undo."""

from __future__ import annotations

import argparse

from collabdesk.cli import accounts, intake_options
from collabdesk.cli.command import REFUSED, Command, Desk, say_json
from collabdesk.usecases import imports


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    staged = intake_options.look(parsed, desk)
    account = imports.account(staged)
    accounts.say_refusals(account)
    # Nothing readable: the database is not even made.
    if accounts.status_of(account) != REFUSED:
        with desk.workspace() as workspace:
            imports.settle_currencies(staged, workspace)
            intake_options.tell_offers(workspace, staged)
            account = imports.account(staged, imports.accept(workspace, staged))
    if parsed.rejects:
        imports.write_rejects(staged, parsed.rejects)
    say_json(account) if parsed.json else accounts.say_account(account)
    return accounts.status_of(account)


COMMAND = Command("read spreadsheets and keep what they hold", intake_options.add, _run)
