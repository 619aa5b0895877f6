"""`collabdesk figures`: every figure that a report would print."""

from __future__ import annotations

import argparse

from collabdesk.cli.command import DONE, Command, Desk, json_option, say_json, say_table
from collabdesk.cli.figure_json import figure_json
from collabdesk.cli.values import as_of_option
from collabdesk.usecases import figures, provenance


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", metavar="PROJECT", nargs="?", help="the project's code; the portfolio without it")
    as_of_option(parser)
    json_option(parser)


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace(create=False) as workspace:
        found = figures.figures(workspace, parsed.project, parsed.as_of)
        if parsed.json:
            each = provenance.sources_of_each(workspace, found)
            shown = [figure_json(f, its) for f, its in zip(found, each, strict=True)]
            say_json({"as_of": parsed.as_of.isoformat(), "figures": shown})
            return DONE
    say_table(
        [
            (f.id, f.label, "n/a" if f.value is None else f"{f.value:f}", f.unit, f.detail or f.note or "")
            for f in found
        ],
        ("figure", "what", "value", "unit", "of"),
        right=(2,),
    )
    return DONE


COMMAND = Command("every figure that a report would print", _arguments, _run)
