"""`collabdesk history`: what was changed, by whom, when."""

from __future__ import annotations

import argparse

from collabdesk.cli.command import DONE, Command, Desk, say_table
from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.problems import Refused
from collabdesk.domain.scales import field_types
from collabdesk.usecases.listing import project_id
from collabdesk.usecases.workspace import Workspace


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("noun", metavar="NOUN", nargs="?", choices=sorted(NOUNS))
    parser.add_argument("code", metavar="CODE", nargs="?", help="the record's code, or its id")


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace(create=False) as workspace:
        record_id = _record_id(workspace, parsed.noun, parsed.code) if parsed.code else None
        entries = workspace.history(parsed.noun, record_id)
    rows = [(e.at, e.person, e.label, e.noun or "", e.field or "", e.old, e.new) for e in entries]
    say_table(rows, ("when (UTC)", "who", "step", "noun", "field", "old", "new"))
    return DONE


def _record_id(workspace: Workspace, noun: str, code: str) -> int:
    if noun == "project":
        return project_id(workspace, code)
    found = workspace.find(noun, code=code) if "code" in field_types(NOUNS[noun]) else []
    if len(found) > 1:
        numbers = ", ".join(str(one.id) for one in found[:10])
        raise Refused(f"{len(found)} records are called {code!r}: name one by its id ({numbers}).", "two-records")
    if found:
        return int(found[0].id or 0)
    if code.isdigit() and workspace.get(noun, int(code)) is not None:
        return int(code)
    raise Refused(f"There is no {noun} {code!r}.", "no-record")


COMMAND = Command("what was changed, by whom and when", _arguments, _run)
