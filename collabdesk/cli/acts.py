"""Commands that hold several acts, such as `audit plan` and `audit find`: how an act is added, and how it runs."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from collabdesk.cli.command import DONE, Desk, say
from collabdesk.usecases.workspace import Workspace

Act = Callable[[Workspace, argparse.Namespace], int | None]
"""Does it; gives the exit status where that is not DONE."""


def add_act(acts: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str,
            act: Act) -> argparse.ArgumentParser:  # fmt: skip
    """A parser for one act; options are added to it."""
    parser = acts.add_parser(name, help=text, description=text)
    parser.set_defaults(do=act)
    return parser


def acts_of_project(parser: argparse.ArgumentParser) -> Callable[[str, str, Act], argparse.ArgumentParser]:
    """As `add_act`, for a command each of whose acts is about one project."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)

    def act(name: str, text: str, do: Act) -> argparse.ArgumentParser:
        made = add_act(acts, name, text, do)
        made.add_argument("project", metavar="PROJECT", help="its code, acronym or title")
        return made

    return act


def run_act(parsed: argparse.Namespace, desk: Desk) -> int:
    """Do the chosen act on the books that are there."""
    with desk.workspace(create=False) as workspace:
        return parsed.do(workspace, parsed) or DONE


def say_done(label: str) -> int:
    """Tell a step that can be undone."""
    say(f"{label}. `collabdesk undo` takes it back.")
    return DONE
