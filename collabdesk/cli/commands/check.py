"""`collabdesk check`: is the database whole, and its journal unbroken?"""

from __future__ import annotations

import argparse

from collabdesk.cli.command import DONE, WITH_PROBLEMS, Command, Desk, no_arguments, say
from collabdesk.usecases import backups


def _run(_parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace(create=False) as workspace:
        faults = backups.check(workspace)
    for fault in faults:
        say(fault)
    if not faults:
        say("The database is whole and its journal unbroken.")
    return WITH_PROBLEMS if faults else DONE


COMMAND = Command("is the database whole?", no_arguments, _run)
