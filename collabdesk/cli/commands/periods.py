"""`collabdesk periods`: reporting periods with where they stand, and how they close and are opened again."""

from __future__ import annotations

import argparse
from typing import Any

from collabdesk.cli.acts import acts_of_project, run_act
from collabdesk.cli.command import Command, json_option, say, say_json, say_table
from collabdesk.cli.values import as_of_option, day
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import STATUSES
from collabdesk.domain.rules import plain
from collabdesk.usecases.listing import project_id
from collabdesk.usecases.naming import named
from collabdesk.usecases.workspace import Workspace

_HEADS = ("period", "start", "end", "due", "status", "not declared", "declared", "accepted")


def _arguments(parser: argparse.ArgumentParser) -> None:
    act = acts_of_project(parser)
    listing = act("list", "the periods: days, due day, status, what is declared and what is not", _list)
    as_of_option(listing)
    json_option(listing)
    moving = act("move", "close a period, submit, accept, return or lock it, or open it again", _move)
    moving.add_argument("period", metavar="PERIOD", help="its code")
    moving.add_argument("status", metavar="STATUS", choices=tuple(STATUSES.table), help=", ".join(STATUSES.table))
    moving.add_argument("--reason", default="", help="why it is opened again; stays on record")
    moving.add_argument("--on", metavar="DAY", type=day, default=None, help="the day (today) of submission, acceptance")


def _list(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases import period_standing, periods

    project = workspace.get("project", project_id(workspace, parsed.project))
    assert isinstance(project, Project)
    standing = period_standing.of(workspace, project, parsed.as_of)
    found: list[dict[str, Any]] = [
        {
            "period": p.code, "start": p.start, "end": p.end, "due": _iso(s.due.day), "due_by": s.due.source or None,
            "note": s.due.note, "status": p.status, "submitted_on": p.submitted_on, "accepted_on": p.accepted_on,
            "reopened_because": p.reopened_because or None, "not_declared": s.undeclared,
            "declared": {unit: f"{plain(amount):f}" for unit, amount in sorted(s.declared.items())},
            "accepted": {unit: f"{plain(amount):f}" for unit, amount in sorted(s.accepted.items())},
        }
        for p in periods.of(workspace, project.id) if (s := standing[p.id or 0])
    ]  # fmt: skip
    if parsed.json:
        say_json({"project": project.code, "periods": found})
        return
    say_table([[_text(one[head.replace(" ", "_")]) for head in _HEADS] for one in found], _HEADS)


def _move(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases import periods

    (number,) = named(workspace, "reporting_period", project_id(workspace, parsed.project), [parsed.period])
    say(f"{periods.move(workspace, number, parsed.status, reason=parsed.reason, day=parsed.on).label}.")


def _iso(value: Any) -> str | None:
    return value.isoformat() if value else None


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{amount} {unit}" for unit, amount in value.items())
    return "" if value is None else str(value)


COMMAND = Command("reporting periods: list them, close them, open them again", _arguments, run_act)
