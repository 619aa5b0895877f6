"""`collabdesk audit criteria`: the sets that audits measure against; one's own are checked, loaded and handed on."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from collabdesk.cli.acts import add_act
from collabdesk.cli.command import DONE, WITH_PROBLEMS, json_option, say, say_json, say_table, tell
from collabdesk.domain.problems import Problem, Refused
from collabdesk.usecases import criteria
from collabdesk.usecases.criteria import CriteriaChoice, Standard
from collabdesk.usecases.workspace import Workspace

_JUDGED = "by the team"


def _acts(acts: Any) -> None:
    about = "the sets of criteria: list, show, check, add one of your own, export, remove"
    parser = acts.add_parser("criteria", help=about, description=about)
    inner = parser.add_subparsers(dest="criteria_act", metavar="ACT", required=True)
    json_option(add_act(inner, "list", "the sets there are", _list))
    show = add_act(inner, "show", "what a set asks, with its thresholds, sources and scale", _show)
    show.add_argument("set", metavar="SET")
    json_option(show)
    check = add_act(inner, "check", "say what is wrong with a set's file, line by line; nothing is kept", _check)
    check.add_argument("file", metavar="FILE.toml", type=Path)
    add = add_act(inner, "add", "load a set of your own, or a changed one in its place", _add)
    add.add_argument("file", metavar="FILE.toml", type=Path)
    export = add_act(inner, "export", "write a set's file, to hand it on or make it your own", _export)
    export.add_argument("set", metavar="SET")
    export.add_argument("file", metavar="FILE.toml", type=Path)
    add_act(inner, "remove", "take away a set of your own that no audit uses", _remove).add_argument(
        "set", metavar="SET"
    )


def _list(workspace: Workspace, parsed: argparse.Namespace) -> None:
    found = criteria.choices(workspace)
    if parsed.json:
        say_json({"sets": [_told(one) for one in found]})
        return
    rows = [
        (one.key, one.title, one.version, one.criteria, one.judged, "own" if one.is_own else "bundled") for one in found
    ]
    say_table(rows, ("set", "title", "version", "checked", _JUDGED, ""), right=(3, 4))


def _told(one: CriteriaChoice) -> dict[str, object]:
    return {
        "key": one.key, "title": one.title, "version": one.version, "source": one.source, "criteria": one.criteria,
        "judged": one.judged, "own": one.is_own, "loaded_at": one.loaded or None,
    }  # fmt: skip


def _show(workspace: Workspace, parsed: argparse.Namespace) -> None:
    chosen = criteria.load_set(workspace, parsed.set)
    if parsed.json:
        say_json({
            "key": chosen.key, "title": chosen.title, "version": chosen.version, "source": chosen.source,
            "dimensions": [{"word": d.word, "about": d.about} for d in chosen.dimensions],
            "criteria": [_standard(one) for one in chosen.standards],
            "scale": [{"word": grade.word, "legend": grade.legend} for grade in chosen.scale],
            "scale_note": chosen.scale_note,
        })  # fmt: skip
        return
    say(f"{chosen.title}, version {chosen.version}. {chosen.source}.")
    for dimension in chosen.dimensions:
        say()
        say(f"{dimension.word}: {dimension.about}" if dimension.about else dimension.word)
        for one in chosen.standards:
            if one.settings.dimension == dimension.word:
                say(f"  {_line(one)}")
                say(f"      {_source(one)}")
    if chosen.scale:
        say()
        say(f"Scale. {chosen.scale_note}".rstrip())
        for grade in chosen.scale:
            say(f"  {grade.word}: {grade.legend}")


def _line(one: Standard) -> str:
    return f"{one.title}{'' if one.check else f' ({_JUDGED})'}: {one.settings.asks}"


def _source(one: Standard) -> str:
    return f"{one.settings.source}{'' if one.settings.is_confirmed else ' (unconfirmed)'}"


def _standard(one: Standard) -> dict[str, object]:
    return {
        "key": one.check.key if one.check else None, "title": one.title, "asks": one.settings.asks,
        "dimension": one.settings.dimension, "source": one.settings.source, "confirmed": one.settings.is_confirmed,
        "severity": one.settings.severity or None,
        "thresholds": {name: f"{value:f}" for name, value in one.settings.thresholds.items()},
    }  # fmt: skip


def _check(_: Workspace, parsed: argparse.Namespace) -> int:
    chosen, problems = criteria.check(criteria.read_file(parsed.file))
    _tell(parsed.file, problems)
    if chosen is None:
        return WITH_PROBLEMS
    judged = len(chosen.standards) - len(chosen.criteria)
    say(f"{parsed.file.name}: {chosen.title}, {len(chosen.criteria)} criteria checked by the program, {judged} by the "
        "team; nothing is wrong.")  # fmt: skip
    return DONE


def _tell(file: Path, problems: list[Problem]) -> None:
    for problem in problems:
        tell(f"{file.name}:{criteria.line_of(problem)}: {problem.text}")


def _add(workspace: Workspace, parsed: argparse.Namespace) -> None:
    text = criteria.read_file(parsed.file)
    chosen, problems = criteria.check(text)
    if chosen is None:
        _tell(parsed.file, problems)
        errors = "1 error" if len(problems) == 1 else f"{len(problems)} errors"
        raise Refused(f"{parsed.file.name} cannot be loaded: {errors}.", "bad-criteria-set")
    _, change = criteria.add_text(workspace, text)
    say(f"{change.label}. Next: collabdesk audit plan PROJECT --criteria {chosen.key}")


def _export(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say(f"Written to {criteria.export(workspace, parsed.set, parsed.file).name}.")


def _remove(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say(f"{criteria.remove(workspace, parsed.set).label}. `collabdesk undo` brings it back.")


ACTS = _acts
