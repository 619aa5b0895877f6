"""`collabdesk plan`: look at a plan and its critical path, freeze and compare baselines, forecast, achieve."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from collabdesk.cli.acts import acts_of_project, run_act
from collabdesk.cli.command import Command, json_option, say
from collabdesk.cli.plan_tables import say_baselines, say_comparison, say_evidence, say_path, say_plan
from collabdesk.cli.plan_values import file_option, plan_day, proof_of
from collabdesk.cli.values import as_of_option, day
from collabdesk.domain.dates import today
from collabdesk.usecases.listing import project_id
from collabdesk.usecases.workspace import Workspace


def _arguments(parser: argparse.ArgumentParser) -> None:
    act = acts_of_project(parser)
    for name, text, do in (
        ("show", "every entry with its dates, project months, slip and float", _show),
        ("critical-path", "what cannot slip without moving the plan's end", _path),
    ):
        made = act(name, text, do)
        as_of_option(made)
        json_option(made)
    _baseline_arguments(act)
    _forecast_arguments(act)
    _milestone_arguments(act)


def _baseline_arguments(act: Any) -> None:
    freeze = act("freeze", "freeze the plan as approved: for good, undo does not take it back", _freeze)
    freeze.add_argument("--on", metavar="DAY", type=day, default=None, help="the day it is frozen on (today)")
    freeze.add_argument("--title", default="")
    _decision_options(freeze, is_required=False)
    freeze.add_argument("--adopt-forecasts", action="store_true", help="the forecasts become the approved dates first")
    baselines = act("baselines", "the frozen baselines, or two of them compared", _baselines)
    baselines.add_argument(
        "--compare", metavar="CODE", nargs="+", help="OLD, or OLD and NEW; one alone with the plan now"
    )
    json_option(baselines)


def _forecast_arguments(act: Any) -> None:
    forecast = act("forecast", "when an entry is expected to be finished", _forecast)
    forecast.add_argument("code", metavar="CODE")
    forecast.add_argument("day", metavar="DAY", help="2026-05-31, M29 or none")
    forecast.add_argument("--reason", default="")
    forecast.add_argument("--reported-on", metavar="DAY", type=day)
    record = act("record", "keep all forecasts as of a day, for the milestone trend", _record)
    record.add_argument("--as-of", metavar="DAY", type=day, default=None)


def _milestone_arguments(act: Any) -> None:
    achieve = act("achieve", "a milestone was reached; its evidence is kept with its hash", _achieve)
    achieve.add_argument("code", metavar="CODE")
    achieve.add_argument("--on", metavar="DAY", type=day, default=None)
    file_option(achieve, "--evidence")
    achieve.add_argument("--verification", default="", help="the means of verification")
    replan = act("replan", "plan a missed milestone anew, with a further baseline", _replan)
    replan.add_argument("code", metavar="CODE")
    replan.add_argument("day", metavar="DAY", help="2026-05-31 or M29")
    _decision_options(replan, is_required=True)
    cancel = act("cancel", "cancel a milestone by an amendment", _cancel)
    cancel.add_argument("code", metavar="CODE")
    cancel.add_argument("--amendment", metavar="CODE", required=True)
    evidence = act("evidence", "list, add or verify the files that prove what was reached", _evidence)
    evidence.add_argument("code", metavar="CODE", nargs="?", help="of a milestone or deliverable")
    file_option(evidence, "--add")
    evidence.add_argument("--verify", action="store_true", help="compute every file's hash anew")
    json_option(evidence)


def _decision_options(parser: argparse.ArgumentParser, *, is_required: bool) -> None:
    parser.add_argument("--reason", default="", required=is_required)
    parser.add_argument(
        "--decision", default="", required=is_required, help="what approved it: minutes, letter, number"
    )
    parser.add_argument("--decided-on", metavar="DAY", type=day)


def _show(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.plan.looking import look

    say_plan(look(workspace, project_id(workspace, parsed.project), parsed.as_of), as_json=parsed.json)


def _path(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.plan.looking import look

    say_path(look(workspace, project_id(workspace, parsed.project), parsed.as_of), as_json=parsed.json)


def _freeze(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.plan import baselines

    kept = baselines.freeze(
        workspace, project_id(workspace, parsed.project), parsed.on or today(), title=parsed.title,
        reason=parsed.reason, decision=parsed.decision, adopt=parsed.adopt_forecasts,
        decided_on=parsed.decided_on.isoformat() if parsed.decided_on else None,
    )  # fmt: skip
    say(f"Baseline {kept.code} is frozen on {kept.frozen_on} with {len(baselines.lines_of(workspace, kept))} lines.")


def _baselines(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.plan import baselines, comparison

    number = project_id(workspace, parsed.project)
    if parsed.compare:
        old, *new = [baselines.called(workspace, number, code) for code in parsed.compare[:2]]
        say_comparison(comparison.compare(workspace, old, new[0] if new else None), as_json=parsed.json)
        return
    say_baselines(baselines.frozen(workspace, number), as_json=parsed.json)


def _forecast(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.plan import forecasts

    number = project_id(workspace, parsed.project)
    expected = plan_day(workspace, number, parsed.day)
    change = forecasts.forecast(
        workspace, number, parsed.code, expected, reason=parsed.reason, reported_on=parsed.reported_on
    )
    say(f"{change.label}: {expected}." if change.id else "That is its forecast already.")


def _record(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.plan import forecasts

    change = forecasts.record_all(workspace, project_id(workspace, parsed.project), parsed.as_of or today())
    say(f"{change.label}." if change.id else "They are recorded already.")


def _achieve(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.plan import milestones
    from collabdesk.usecases.plan.entries import named

    _, milestone = named(workspace, project_id(workspace, parsed.project), parsed.code, ("milestone",))
    proof = proof_of(parsed.evidence)
    change = milestones.achieve(
        workspace, milestone.id, parsed.on or today(), proof, verification=parsed.verification
    )  # fmt: skip
    say(f"{change.label}.")


def _replan(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.domain.problems import Refused
    from collabdesk.usecases.plan import milestones
    from collabdesk.usecases.plan.entries import named

    number = project_id(workspace, parsed.project)
    _, milestone = named(workspace, number, parsed.code, ("milestone",))
    due = plan_day(workspace, number, parsed.day)
    if due is None:
        raise Refused("A milestone that is planned anew needs its new day.", "no-day")
    change = milestones.replan(
        workspace, milestone.id, due, reason=parsed.reason, decision=parsed.decision,
        decided_on=parsed.decided_on.isoformat() if parsed.decided_on else None,
    )  # fmt: skip
    say(f"{change.label} for {due}.")


def _cancel(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.plan import milestones
    from collabdesk.usecases.plan.entries import named

    _, milestone = named(workspace, project_id(workspace, parsed.project), parsed.code, ("milestone",))
    say(f"{milestones.cancel(workspace, milestone.id, parsed.amendment).label}.")


def _evidence(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.plan import evidence
    from collabdesk.usecases.plan.entries import name_of, named

    number = project_id(workspace, parsed.project)
    where: dict[str, object] = {"project_id": number}
    if parsed.code:
        noun, record = named(workspace, number, parsed.code, evidence.SUBJECTS)
        where |= {"subject": noun, "code": name_of(record)}
        proof = proof_of(parsed.add)
        if proof is not None:
            evidence.add(workspace, number, parsed.code, proof)
    elif parsed.add:
        _refuse_nameless(parsed.add)
    found: Any = workspace.find("evidence", **where)
    say_evidence(found, evidence.verify(workspace, found) if parsed.verify else None, as_json=parsed.json)


def _refuse_nameless(file: Path) -> None:
    from collabdesk.domain.problems import Refused

    raise Refused(f"Say what {file.name} proves: the code of a milestone or deliverable.", "no-code")


COMMAND = Command("a project's plan: baselines, forecasts, evidence, critical path", _arguments, run_act)
