"""`collabdesk contributions`: what partners brought, credit events and their moves, calling by the scale."""

from __future__ import annotations

import argparse

from collabdesk.cli.acts import acts_of_project, run_act
from collabdesk.cli.command import Command, json_option, say, say_json, say_table, tell
from collabdesk.cli.plan_values import file_option, proof_of
from collabdesk.cli.values import as_of_option, day
from collabdesk.domain.dates import today
from collabdesk.domain.problems import Refused
from collabdesk.usecases.listing import plain, project_id
from collabdesk.usecases.workspace import Workspace

_PARTNERS = ("partner", "currency", "amount", "pledged", "called", "received", "credited", "short", "late_days")
_YEARS = ("year", "member", "share", "assessed", "received", "arrears", "running", "currency")


def _arguments(parser: argparse.ArgumentParser) -> None:
    act = acts_of_project(parser)
    show = act("show", "by partner: pledged, called, received, short and late; assessments and arrears", _show)
    as_of_option(show)
    json_option(show)
    call = act("call", "each member's part of a year's assessments becomes a contribution that is asked for", _call)
    call.add_argument("year", metavar="YEAR")
    for name, text, do in (
        ("claim", "a partner says that the step of a credit event is done", _claim),
        ("credit", "a claimed event is credited, with evidence, when its milestone is achieved", _credit),
        ("refuse", "a claim is turned down, with the reason", _refuse),
        ("cancel", "a planned event is not wanted any more", _cancel),
    ):
        made = act(name, text, do)
        made.add_argument("event", metavar="EVENT", help="its code, or its number as #12")
        if name == "credit":
            made.add_argument("--on", metavar="DAY", type=day, default=None, help="the day of acceptance (today)")
            made.add_argument("--evidence", default="", help="where it is shown: an acceptance note, a letter")
            file_option(made, "--file")
        if name == "refuse":
            made.add_argument("--reason", required=True)


def _show(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.contributions.looking import view

    found = view(workspace, project_id(workspace, parsed.project), parsed.as_of)
    assert found is not None
    if parsed.json:
        say_json({
            "partners": [{c: plain(getattr(row, c)) for c in _PARTNERS} for row in found.partners],
            "years": [{c: plain(getattr(row, c)) for c in _YEARS} for row in found.years],
            "problems": [text for _, text in found.problems],
        })  # fmt: skip
        return
    say_table(([plain(getattr(row, c)) for c in _PARTNERS] for row in found.partners), _PARTNERS)
    if found.years:
        say("")
        say_table(([plain(getattr(row, c)) for c in _YEARS] for row in found.years), _YEARS)
    for _, text in found.problems:
        tell(text)


def _call(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.contributions import call_assessed

    label = f"Call the contributions of {parsed.year}"
    change = call_assessed(workspace, project_id(workspace, parsed.project), parsed.year, label)
    said = "are called" if change.id else "were called already"
    say(f"The contributions of {parsed.year} {said}.")


def _claim(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.contributions import claim

    claim(workspace, _event(workspace, parsed), f"Claim {parsed.event}")
    say(f"{parsed.event} is claimed.")


def _credit(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.contributions import credit

    proof = proof_of(parsed.file) if parsed.file else None
    credit(workspace, _event(workspace, parsed), f"Credit {parsed.event}", on=parsed.on or today(),
           evidence=parsed.evidence, proof=proof)  # fmt: skip
    say(f"{parsed.event} is credited.")


def _refuse(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.contributions import refuse

    refuse(workspace, _event(workspace, parsed), f"Refuse {parsed.event}", reason=parsed.reason)
    say(f"{parsed.event} is refused.")


def _cancel(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.contributions import cancel

    cancel(workspace, _event(workspace, parsed), f"Cancel {parsed.event}")
    say(f"{parsed.event} is cancelled.")


def _event(workspace: Workspace, parsed: argparse.Namespace) -> int:
    """The event with this code, or number, of the project."""
    project, name = project_id(workspace, parsed.project), str(parsed.event)
    if name.startswith("#") and name[1:].isdigit():
        found = workspace.find("credit_event", project_id=project, id=int(name[1:]))
    else:
        found = workspace.find("credit_event", project_id=project, code=name)
    if len(found) != 1:
        there = "There is no credit event" if not found else "There are several credit events called"
        raise Refused(f"{there} {name} in {parsed.project}. `collabdesk list credit_event` shows them.", "no-event")
    return found[0].id or 0


COMMAND = Command("contributions of partners: show, call by the scale, move credit events", _arguments, run_act)
