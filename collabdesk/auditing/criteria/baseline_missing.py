"""A plan without a frozen baseline to measure it against."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day
from collabdesk.domain.dates import earliest
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    project, plan = facts.project, facts.plan
    if project is None or plan is None or plan.baselines:
        return
    dated = [e for e in plan.entries if e.approved_end and not e.is_cancelled]
    is_under_way = bool(project.start) and earliest(project.start or "") <= facts.as_of
    if len(dated) < settings["at_least"] or not is_under_way:
        return
    yield Draft(
        title=told("No baseline of the plan is frozen"),
        criteria=told("The approved plan should be frozen as a baseline before the work is measured against it"),
        condition=told(
            "The plan has {entries} with dates and the project began on {start}; no baseline is frozen.",
            entries=counted_words(len(dated), "{n} entry", "{n} entries"),
            start=day(project.start or ""),
        ),
        effect=told("A date that is changed changes what it is measured against: slips may not show."),
        seen=("no baseline",),
        figures=(figure_id(facts, "baselines"),),
    )


CRITERION = Criterion("baseline_missing", "Baseline of the plan", ("at_least",), _check, is_of_project=True)
