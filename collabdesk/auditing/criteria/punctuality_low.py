"""Too few milestones reached on time."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, number, percent, recorded_reasons
from collabdesk.domain.standing import achieved, on_time
from collabdesk.domain.told import told
from collabdesk.measures.punctuality import due_by, punctuality


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    due = due_by(facts.milestones, facts.as_of)
    timely = punctuality(facts.milestones, facts.as_of).value
    if timely is None or len(due) < settings["at_least"] or timely >= settings["share"]:
        return
    on_day = sum(on_time(m, facts.as_of) for m in due)
    late = [m for m in due if achieved(m, facts.as_of) and not on_time(m, facts.as_of)]
    yield Draft(
        title=told("Few milestones are achieved on time"),
        criteria=told(
            "At least {share} of the milestones that fell due should be achieved on time",
            share=percent(settings["share"]),
        ),
        condition=told(
            "By {day}, {timely} of {due} milestones that had fallen due ({share}) had been achieved on or before their "
            "baseline date; {late} later or without a recorded day, {never} not at all.",
            day=day(facts.as_of.isoformat()),
            timely=number(on_day),
            due=number(len(due)),
            share=percent(timely),
            late=number(len(late)),
            never=number(len(due) - on_day - len(late)),
        ),
        cause=recorded_reasons([m for m in due if not on_time(m, facts.as_of)]),
        effect=told("Work, contributions and payments that follow the plan cannot rely on its dates."),
        seen=tuple(f"{m.code} {m.baseline} {m.achieved} {on_time(m, facts.as_of)}" for m in due),
        figures=(figure_id(facts, "punctuality"),),
    )


CRITERION = Criterion("punctuality_low", "Milestone punctuality", ("share", "at_least"), _check)
