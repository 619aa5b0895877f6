"""`collabdesk profiles`: how funders' spreadsheets are read, confirmed once; lists them and hands them on as files."""

from __future__ import annotations

import argparse
from pathlib import Path

from collabdesk.cli.command import DONE, WITH_PROBLEMS, Command, Desk, say, say_json, say_table, tell
from collabdesk.domain.dates import in_words
from collabdesk.usecases import profiles
from collabdesk.usecases.profiles import SavedProfile
from collabdesk.usecases.workspace import Workspace

_HEADS = ("profile", "funder", "confirmed", "by", "tables", "columns")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output, nothing else")
    acts = parser.add_subparsers(dest="act", metavar="ACT", title="acts (without one, the profiles are listed)")
    export = acts.add_parser("export", help="write a profile to a file")
    export.add_argument("name", metavar="NAME")
    export.add_argument("file", metavar="FILE.toml", type=Path)
    bring = acts.add_parser("import", help="take a profile over from a file")
    bring.add_argument("file", metavar="FILE.toml", type=Path)
    bring.add_argument("--replace", action="store_true", help="in the place of the one of its name")
    rename = acts.add_parser("rename", help="give a profile another name")
    rename.add_argument("name", metavar="NAME")
    rename.add_argument("new", metavar="NEW")
    remove = acts.add_parser("remove", help="take a profile away; what was imported by it stays")
    remove.add_argument("name", metavar="NAME")


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace(create=parsed.act == "import") as workspace:
        if parsed.act is None:
            return _list(workspace, parsed.json)
        said = _ACTS[parsed.act](workspace, parsed)
    say_json({"done": said}) if parsed.json else say(said)
    return DONE


def _list(workspace: Workspace, is_json: bool) -> int:
    found = profiles.saved(workspace)
    odd = profiles.unreadable(workspace)
    for sentence in odd:
        tell(sentence)
    if is_json:
        say_json({"profiles": [_told(p) for p in found]})
    else:
        say_table([_row(p) for p in found], _HEADS, right=(4, 5))
    return WITH_PROBLEMS if odd else DONE


def _row(profile: SavedProfile) -> list[object]:
    content = profile.content
    columns = sum(len(t.columns) for t in content.tables)
    day = in_words(content.confirmed_at[:10])
    return [content.name, content.funder, day, content.confirmed_by, len(content.tables), columns]


def _told(profile: SavedProfile) -> dict[str, object]:
    content = profile.content
    return {
        "name": content.name,
        "funder": content.funder,
        "confirmed_at": content.confirmed_at,
        "confirmed_by": content.confirmed_by,
        "tables": [
            {
                "sheets": list(table.sheets),
                "kind": table.kind,
                "layout": table.layout,
                "columns": [{"header": c.header, "field": c.field, "by_hand": c.by_hand} for c in table.columns],
            }
            for table in content.tables
        ],
    }


def _export(workspace: Workspace, parsed: argparse.Namespace) -> str:
    return f"Written to {profiles.write_profile(workspace, parsed.name, parsed.file).name}."


def _import(workspace: Workspace, parsed: argparse.Namespace) -> str:
    return f"Kept as profile ‘{profiles.read_profile(workspace, parsed.file, replaces=parsed.replace).name}’."


def _rename(workspace: Workspace, parsed: argparse.Namespace) -> str:
    profiles.rename(workspace, parsed.name, parsed.new)
    return f"Profile ‘{parsed.name}’ is now called ‘{parsed.new.strip()}’."


def _remove(workspace: Workspace, parsed: argparse.Namespace) -> str:
    profiles.remove(workspace, parsed.name)
    return f"Profile ‘{parsed.name}’ is removed; `collabdesk undo` brings it back."


_ACTS = {"export": _export, "import": _import, "rename": _rename, "remove": _remove}

COMMAND = Command("list saved profiles and hand them on as files", _arguments, _run)
