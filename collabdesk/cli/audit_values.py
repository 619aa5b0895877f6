"""What the acts of an audit take: a finding by its number or its reference, a member of the team, an amount."""

from __future__ import annotations

import argparse
from decimal import Decimal

from collabdesk.cli.values import decimal
from collabdesk.domain.findings import Finding
from collabdesk.domain.team_members import TeamMember
from collabdesk.usecases import audits
from collabdesk.usecases.workspace import Workspace


def finding_argument(parser: argparse.ArgumentParser) -> None:
    """Add FINDING."""
    parser.add_argument("finding", metavar="FINDING", help="its number in the list, or its reference YYYY-NNN")


def finding_of(workspace: Workspace, parsed: argparse.Namespace) -> Finding:
    """The finding that FINDING names."""
    return audits.named_finding(workspace, str(parsed.finding))


def team_member(text: str) -> TeamMember:
    """`Name; role; interests`: what is left out was not said; argparse's error without a name."""
    name, role, interests = (part.strip() for part in [*text.split(";", 2), "", ""][:3])
    if not name:
        raise argparse.ArgumentTypeError(f"{text!r} is not a member such as 'Anna Revisor; lead; none'")
    return audits.member(name, role, interests)


def amount(text: str) -> Decimal:
    """An amount as the command line takes it."""
    return decimal(text)
