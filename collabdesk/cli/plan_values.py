"""Values that the acts of a plan take: a day or project month, and a file that proves something."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from collabdesk.cli.values import day
from collabdesk.domain.problems import Refused
from collabdesk.domain.project_months import day_in_month, month_in

if TYPE_CHECKING:
    from collabdesk.usecases.plan.evidence import Proof
    from collabdesk.usecases.workspace import Workspace


def plan_day(workspace: Workspace, project_id: int, text: str) -> str | None:
    """`2026-05-31`, or the last day of `M29`; None for `none`. Refused for anything else."""
    if text.casefold() == "none":
        return None
    number = month_in(text)
    if number is not None:
        from collabdesk.usecases.plan.entries import project_of

        return day_in_month(number, project_of(workspace, project_id).start)
    try:
        return day(text).isoformat()
    except argparse.ArgumentTypeError as error:
        raise Refused(f"{error}, nor a month of the project such as M29.", "no-day") from None


def file_option(parser: argparse.ArgumentParser, name: str) -> None:
    """Add an option that takes the path of a file."""
    parser.add_argument(name, metavar="FILE", type=Path, help="a file; it is kept under its SHA-256")


def proof_of(file: Path | None) -> Proof | None:
    """The file's bytes as evidence; Refused where it cannot be read."""
    if file is None:
        return None
    from collabdesk.usecases.plan.evidence import Proof

    try:
        return Proof(file.name, file.read_bytes())
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror or error}.", "unreadable") from None
