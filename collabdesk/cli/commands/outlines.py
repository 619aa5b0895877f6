"""`collabdesk outlines`: which reports there are, and those of the organisation's own as files."""

from __future__ import annotations

import argparse
from pathlib import Path

from collabdesk.cli.acts import add_act, run_act, say_done
from collabdesk.cli.command import Command, json_option, say, say_json, say_table
from collabdesk.usecases import outline_files, own_outlines
from collabdesk.usecases.workspace import Workspace


def _arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    json_option(add_act(acts, "list", "every report that can be asked for", _list))
    show = add_act(acts, "show", "the sections of a report, in their order", _show)
    show.add_argument("name", metavar="NAME")
    json_option(show)
    add = add_act(acts, "add", "keep an outline of your own from a file; each error is told with its line", _add)
    add.add_argument("file", metavar="FILE.toml", type=Path)
    add.add_argument("--replace", action="store_true", help="in the place of the one of its name")
    export = add_act(acts, "export", "write an outline of your own to a file", _export)
    export.add_argument("name", metavar="NAME")
    export.add_argument("file", metavar="FILE.toml", type=Path)
    remove = add_act(acts, "remove", "take an outline of your own away; issued reports stay", _remove)
    remove.add_argument("name", metavar="NAME")


def _list(workspace: Workspace, parsed: argparse.Namespace) -> None:
    found = own_outlines.choices(workspace)
    if parsed.json:
        say_json({"outlines": [{"name": c.name, "title": c.title, "of": list(c.of), "own": c.is_own} for c in found]})
        return
    rows = [(c.name, c.title, ", ".join(c.of), "own" if c.is_own else "bundled") for c in found]
    say_table(rows, ("name", "title", "of", ""))


def _show(workspace: Workspace, parsed: argparse.Namespace) -> None:
    draft = own_outlines.draft_of(workspace, parsed.name)
    titles = own_outlines.section_titles()
    shown = [s for s in draft.sections if s.is_on or s.title or s.opening]
    if parsed.json:
        sections = [{"key": s.key, "title": s.title or titles[s.key], "opening": s.opening, "on": s.is_on}
                    for s in shown]  # fmt: skip
        say_json({"name": parsed.name, "title": draft.title, "base": draft.base, "sections": sections})
        return
    say(f"{draft.title} ({parsed.name}{f', from {draft.base}' if draft.base != parsed.name else ''})")
    say()
    rows = [(s.key, s.title or titles[s.key], "" if s.is_on else "off", " ".join(s.opening.split())) for s in shown]
    say_table(rows, ("section", "title", "", "opening words"))


def _add(workspace: Workspace, parsed: argparse.Namespace) -> int:
    record = outline_files.read_outline(workspace, parsed.file, replaces=parsed.replace)
    return say_done(f'Outline ‘{record.code}’ is kept; `collabdesk report … --outline "{record.code}"` prints it')


def _export(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say(f"Written to {outline_files.write_outline(workspace, parsed.name, parsed.file).name}.")


def _remove(workspace: Workspace, parsed: argparse.Namespace) -> int:
    return say_done(own_outlines.remove(workspace, parsed.name).label)


COMMAND = Command("outlines of reports: list, show, add your own, hand on", _arguments, run_act)
