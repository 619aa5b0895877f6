"""`collabdesk effort`: days of persons are checked, signed and declared; and what is wrong with them."""

from __future__ import annotations

import argparse
from typing import Any

from collabdesk.cli.acts import acts_of_project, run_act, say_done
from collabdesk.cli.command import Command, json_option
from collabdesk.cli.item_problems import say_problems
from collabdesk.cli.values import as_of_option, day
from collabdesk.domain.dates import today
from collabdesk.domain.projects import Project
from collabdesk.usecases.listing import project_id
from collabdesk.usecases.naming import named, named_or_movable
from collabdesk.usecases.workspace import Workspace


def _arguments(parser: argparse.ArgumentParser) -> None:
    act = acts_of_project(parser)
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

    return say_done(efforts.check(workspace, _lines(workspace, parsed, "checked")).label)


def _declare(workspace: Workspace, parsed: argparse.Namespace) -> int:
    from collabdesk.usecases import efforts

    return say_done(efforts.declare(workspace, _lines(workspace, parsed, "declared"), parsed.period).label)


def _sign(workspace: Workspace, parsed: argparse.Namespace) -> int:
    from collabdesk.usecases import efforts

    ids = named(workspace, "effort", project_id(workspace, parsed.project), parsed.lines)
    return say_done(efforts.sign(workspace, ids, parsed.on or today()).label)


def _problems(workspace: Workspace, parsed: argparse.Namespace) -> int:
    from collabdesk.usecases import efforts

    project = workspace.get("project", project_id(workspace, parsed.project))
    assert isinstance(project, Project)
    judge = efforts.effort_problems(workspace, project, parsed.as_of)
    return say_problems(
        workspace,
        parsed,
        "effort",
        judge,
        lambda row: {"person": row["person"], "month": row["month"]},
        lambda row: f"{row['person'] or '#' + str(row['id'])} {row['month'] or ''}",
    )


def _lines(workspace: Workspace, parsed: argparse.Namespace, status: str) -> list[int]:
    return named_or_movable(workspace, "effort", project_id(workspace, parsed.project), parsed.lines, status)


COMMAND = Command("check, sign or declare the days of persons", _arguments, run_act)
