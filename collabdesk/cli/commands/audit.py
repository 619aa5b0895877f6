"""`collabdesk audit`: plan an audit, draft its findings, decide on them, hear the auditee, conclude, follow up."""

from __future__ import annotations

import argparse

from collabdesk import discovery
from collabdesk.cli import audit_acts
from collabdesk.cli.acts import run_act
from collabdesk.cli.command import Command


def _arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    for add in discovery.constants(audit_acts, "ACTS"):
        add(acts)


COMMAND = Command("plan an audit, decide on findings, hear the auditee, conclude, follow up", _arguments, run_act)
