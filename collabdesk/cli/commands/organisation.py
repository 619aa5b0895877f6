"""`collabdesk organisation`: who prints the reports, in which language, with which logo and colours."""

from __future__ import annotations

import argparse
from pathlib import Path

from collabdesk.cli.acts import add_act, run_act, say_done
from collabdesk.cli.command import Command, json_option, say, say_json, say_table
from collabdesk.domain.organisations import LANGUAGES
from collabdesk.domain.problems import Refused
from collabdesk.usecases import organisation
from collabdesk.usecases.workspace import Workspace


def _arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    json_option(add_act(acts, "show", "what is on record of the organisation", _show))
    put = add_act(acts, "set", "change some of it", _set)
    put.add_argument("--name", metavar="TEXT")
    put.add_argument("--address", metavar="TEXT")
    put.add_argument("--language", choices=LANGUAGES, help="of its reports")
    put.add_argument("--accent", metavar="#RRGGBB", help="the first colour; empty for the usual one")
    put.add_argument("--second", metavar="#RRGGBB", help="the second colour")
    put.add_argument("--author", metavar="TEXT", help="who prepares reports")
    put.add_argument("--addressee", metavar="TEXT", help="to whom, where the audit names nobody")
    put.add_argument("--distribution", metavar="TEXT", help="who gets them, a line each")
    logo = put.add_mutually_exclusive_group()
    logo.add_argument("--logo", metavar="FILE", type=Path, help="a PNG or JPEG picture")
    logo.add_argument("--no-logo", action="store_true", help="print without one")


def _show(workspace: Workspace, parsed: argparse.Namespace) -> None:
    there = organisation.current(workspace)
    said = {name: getattr(there, name) for name in (*organisation.FIELDS, "logo_name", "logo_sha256")}
    if parsed.json:
        say_json({"organisation": said})
        return
    rows = [(name.replace("_", " "), value or "–", _contrast(value)) for name, value in said.items()]
    say_table(rows, ("", "on record", "contrast with white"))


def _contrast(value: str) -> str:
    seen = organisation.contrast_of(value)
    return "" if seen is None else f"{seen} to 1"


def _set(workspace: Workspace, parsed: argparse.Namespace) -> int:
    fields = {name: value for name in organisation.FIELDS if (value := getattr(parsed, name)) is not None}
    if not fields and parsed.logo is None and not parsed.no_logo:
        raise Refused("Say what to change, such as --name or --logo; `collabdesk organisation set --help`.", "nothing")
    with workspace.changing("Change the organisation"):
        if fields:
            organisation.change(workspace, **fields)
        if parsed.logo is not None:
            organisation.set_logo(workspace, parsed.logo)
        elif parsed.no_logo:
            organisation.remove_logo(workspace)
    say("Reports that are composed from now on look so; issued ones stay as they are.")
    return say_done("The organisation is changed")


COMMAND = Command("who prints the reports: name, logo, colours, language", _arguments, run_act)
