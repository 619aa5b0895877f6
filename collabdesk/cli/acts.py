"""Commands that hold several acts, such as `audit plan` and `audit find`: how an act is added, and how it runs."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from collabdesk.cli.command import DONE, Desk
from collabdesk.usecases.workspace import Workspace

Act = Callable[[Workspace, argparse.Namespace], None]


def add_act(acts: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str,
            act: Act) -> argparse.ArgumentParser:  # fmt: skip
    """A parser for one act; options are added to it."""
    parser = acts.add_parser(name, help=text, description=text)
    parser.set_defaults(do=act)
    return parser


def run_act(parsed: argparse.Namespace, desk: Desk) -> int:
    """Do the chosen act on the books that are there."""
    with desk.workspace(create=False) as workspace:
        parsed.do(workspace, parsed)
    return DONE
