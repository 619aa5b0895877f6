"""Planning: a new audit, what it says of itself, its team and objectives, and its way from step to step."""

from __future__ import annotations

import argparse
from typing import Any

from collabdesk.cli.acts import add_act
from collabdesk.cli.audit_tables import audit_record, say_audit, say_audits
from collabdesk.cli.audit_values import team_member
from collabdesk.cli.command import json_option, say
from collabdesk.cli.values import as_of_option, day
from collabdesk.domain.audits import STATUSES
from collabdesk.usecases import audits
from collabdesk.usecases.workspace import Workspace

_WORDS = {
    "scope": "what is looked at and what is not",
    "methodology": "how the evidence was gathered, beside the figures",
    "independence": "the team's statement on its independence",
    "addressee": "whom the report is for",
    "distribution": "who gets the report, a line each",
    "limitations": "what was not examined",
}


def _acts(acts: Any) -> None:
    plan = add_act(acts, "plan", "plan an audit of a project or of the portfolio", _plan)
    what = plan.add_mutually_exclusive_group(required=True)
    what.add_argument("project", metavar="PROJECT", nargs="?")
    what.add_argument("--portfolio", action="store_true")
    plan.add_argument("--title", default="")
    plan.add_argument("--criteria", default="three_es", metavar="SET")
    as_of_option(plan)
    plan.add_argument("--objective", metavar="TEXT", action="append", default=[], help="may be given several times")
    plan.add_argument(
        "--team", metavar="'NAME; ROLE; INTERESTS'", type=team_member, action="append", default=[],
        help="may be given several times; interests are what the person declared, 'none' where there are none",
    )  # fmt: skip
    _period_options(plan)
    _word_options(plan, "")
    change = add_act(acts, "describe", "say otherwise what an audit is about; what is not given stays", _describe)
    change.add_argument("audit", type=int)
    change.add_argument("--title")
    _period_options(change)
    _word_options(change, None)
    objective = add_act(acts, "objective", "add an objective to an audit", _objective)
    objective.add_argument("audit", type=int)
    objective.add_argument("text")
    team = add_act(acts, "team", "add somebody to an audit's team", _team)
    team.add_argument("audit", type=int)
    team.add_argument("member", metavar="'NAME; ROLE; INTERESTS'", type=team_member)
    declare = add_act(acts, "declare", "record the interests that a member of the team declared", _declare)
    declare.add_argument("audit", type=int)
    declare.add_argument("name")
    declare.add_argument("interests", help="what was declared, word for word; 'none' is a declaration")
    declare.add_argument("--date", type=day)
    listed = add_act(acts, "list", "the audits there are", _list)
    json_option(listed)
    show = add_act(acts, "show", "an audit with its objectives, team, findings and what follows from them", _show)
    show.add_argument("audit", type=int)
    json_option(show)
    move = add_act(acts, "move", "move an audit on", _move)
    move.add_argument("audit", type=int)
    move.add_argument("status", choices=list(STATUSES.table))
    move.add_argument("--reason", default="", help="why it goes on without what the step asks for; it is printed")


def _period_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--period-start", metavar="DATE", type=day)
    parser.add_argument("--period-end", metavar="DATE", type=day)


def _word_options(parser: argparse.ArgumentParser, nothing: str | None) -> None:
    for name, about in _WORDS.items():
        parser.add_argument(f"--{name}", default=nothing, metavar="TEXT", help=about)


def _plan(workspace: Workspace, parsed: argparse.Namespace) -> None:
    audit = audits.plan(
        workspace,
        None if parsed.portfolio else parsed.project,
        parsed.title,
        parsed.as_of,
        criteria_set=parsed.criteria,
        objectives=parsed.objective,
        team=parsed.team,
        period_start=parsed.period_start,
        period_end=parsed.period_end,
        **{name: getattr(parsed, name) for name in _WORDS},
    )
    say(f"Audit {audit.id}: {audit.title}. Next: collabdesk audit find {audit.id}")


def _describe(workspace: Workspace, parsed: argparse.Namespace) -> None:
    said = {name: getattr(parsed, name) for name in ("title", *_WORDS) if getattr(parsed, name) is not None}
    for name in ("period_start", "period_end"):
        if getattr(parsed, name) is not None:
            said[name] = getattr(parsed, name).isoformat()
    audit = audits.change_engagement(workspace, parsed.audit, **said)
    say(f"Audit {audit.id}: {audit.title}.")


def _objective(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say(f"Objective {audits.add_objective(workspace, parsed.audit, parsed.text).code}.")


def _team(workspace: Workspace, parsed: argparse.Namespace) -> None:
    member = audits.add_member(workspace, parsed.audit, parsed.member)
    left = "" if member.declared_on else f" Next: collabdesk audit declare {parsed.audit} '{member.name}' '…'"
    say(f"{member.name} is on the team.{left}")


def _declare(workspace: Workspace, parsed: argparse.Namespace) -> None:
    member = audits.named_member(workspace, parsed.audit, parsed.name)
    audits.declare_interests(workspace, member, parsed.interests, parsed.date)
    say(f"Recorded what {member.name} declared.")


def _list(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say_audits([audit_record(a) for a in audits.audits(workspace)], as_json=parsed.json)


def _show(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say_audit(workspace, parsed.audit, as_json=parsed.json)


def _move(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say(f"Audit {audits.move_audit(workspace, parsed.audit, parsed.status, parsed.reason).status}.")


ACTS = _acts
