"""A plan that, as it stands, ends after the project."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, days, listed, named, number
from collabdesk.domain.dates import latest
from collabdesk.domain.told import counted_words, told
from collabdesk.measures.critical_path import passes


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    project, plan = facts.project, facts.plan
    if project is None or plan is None or not project.end:
        return
    end = latest(project.end)
    dated = [e for e in plan.entries if not e.is_cancelled and not e.is_done]
    path = passes([e.activity for e in plan.entries if not e.is_cancelled])
    if path.reason is not None or path.finish is None or (path.finish - end).days <= settings["days"]:
        return
    timings = {e.key: path.timings[e.name] for e in dated if e.name in path.timings}
    beyond = sorted(
        (e for e in dated if e.key in timings and timings[e.key].finish > end),
        key=lambda e: (timings[e.key].finish, e.name),
        reverse=True,
    )
    # A work package holds what it consists of: the parts are named, not the sum of them.
    named_ones = [e for e in beyond if e.name not in path.parts] or beyond
    if not named_ones:
        return
    lines = [
        told("{name}, {day}", name=named(e.code, e.title), day=day(timings[e.key].finish.isoformat()))
        for e in named_ones
    ]
    yield Draft(
        title=told("The plan ends after the project"),
        criteria=told("The plan, as known now, should end no later than the project"),
        condition=told(
            "The project ends on {end}; {beyond} of {open} still open would be finished after that: {list}.",
            end=day(project.end),
            beyond=counted_words(len(named_ones), "{n} entry of the plan", "{n} entries of the plan"),
            open=number(len(dated)),
            list=listed(lines),
        ),
        effect=told(
            "The last is finished {days} after the end of the project; costs of those days may not be eligible.",
            days=days((path.finish - end).days),
        ),
        severity="high" if any(e.name in path.critical for e in named_ones) else settings.severity,
        seen=tuple(f"{e.key} {timings[e.key].finish} {end}" for e in named_ones),
        figures=(figure_id(facts, "plan-margin"), figure_id(facts, "critical-path")),
    )  # fmt: skip


CRITERION = Criterion("plan_beyond_end", "End of the plan", ("days",), _check, is_of_project=True)
