"""`collabdesk effort`: days of persons are checked, signed and declared; and what is wrong with them."""

from __future__ import annotations

import argparse
from typing import Any

from collabdesk.cli.acts import add_act
from collabdesk.cli.command import DONE, WITH_PROBLEMS, Command, Desk, json_option, say, say_json
from collabdesk.cli.values import as_of_option, day
from collabdesk.domain.dates import today
from collabdesk.domain.projects import Project
from collabdesk.usecases.listing import project_id
from collabdesk.usecases.naming import named, named_or_movable
from collabdesk.usecases.workspace import Workspace


def _arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)

    def act(name: str, text: str, do: Any) -> argparse.ArgumentParser:
        made = add_act(acts, name, text, do)
        made.add_argument("project", metavar="PROJECT", help="its code, acronym or title")
        return made

    lines: dict[str, Any] = {
        "metavar": "LINE",
        "help": "#number, as `collabdesk list effort` shows it; none: all that can be",
    }
    act("check", "say that lines were checked", _check).add_argument("lines", nargs="*", **lines)
    declaring = act("declare", "declare lines in a reporting period", _declare)
    declaring.add_argument("period", metavar="PERIOD", help="its code")
    declaring.add_argument("lines", nargs="*", **lines)
    signing = act("sign", "the day on which person and supervisor signed", _sign)
    signing.add_argument("lines", metavar="LINE", nargs="+", help="#number")
    signing.add_argument("--on", metavar="DAY", type=day, default=None)
    problems = act("problems", "the rules that lines break: half days, limits of days, signatures", _problems)
    as_of_option(problems)
    json_option(problems)


def _check(workspace: Workspace, parsed: argparse.Namespace) -> int:
    from collabdesk.usecases import efforts

    return _done(efforts.check(workspace, _lines(workspace, parsed, "checked")))


def _declare(workspace: Workspace, parsed: argparse.Namespace) -> int:
    from collabdesk.usecases import efforts

    return _done(efforts.declare(workspace, _lines(workspace, parsed, "declared"), parsed.period))


def _sign(workspace: Workspace, parsed: argparse.Namespace) -> int:
    from collabdesk.usecases import efforts

    ids = named(workspace, "effort", project_id(workspace, parsed.project), parsed.lines)
    return _done(efforts.sign(workspace, ids, parsed.on or today()))


def _problems(workspace: Workspace, parsed: argparse.Namespace) -> int:
    from collabdesk.usecases import efforts

    project = workspace.get("project", project_id(workspace, parsed.project))
    assert isinstance(project, Project)
    judge = efforts.effort_problems(workspace, project, parsed.as_of)
    found = [
        {"person": row["person"], "month": row["month"], "id": row["id"], "code": p.code,
         "severity": str(p.severity.value), "text": p.text}
        for row in workspace.rows("effort", judge.broken(workspace)) for p in judge.of(row)
    ]  # fmt: skip
    if parsed.json:
        say_json({"project": parsed.project, "problems": found})
    else:
        for one in found:
            say(f"{one['person'] or '#' + str(one['id'])} {one['month'] or ''}: {one['text']}")
    return WITH_PROBLEMS if found else DONE


def _lines(workspace: Workspace, parsed: argparse.Namespace, status: str) -> list[int]:
    return named_or_movable(workspace, "effort", project_id(workspace, parsed.project), parsed.lines, status)


def _done(change: Any) -> int:
    say(f"{change.label}. `collabdesk undo` takes it back.")
    return DONE


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace(create=False) as workspace:
        return int(parsed.do(workspace, parsed))


COMMAND = Command("check, sign or declare the days of persons", _arguments, _run)
