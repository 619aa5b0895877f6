"""Milestones that move far away from their baseline."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, days, listed, named, number, recorded_reasons
from collabdesk.domain.dates import latest
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.told import counted_words, told
from collabdesk.measures.slip import slips


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    moved = slips(facts.milestones, facts.as_of)
    far = [(slip, m) for slip, m in moved if slip > settings["days"]]
    if not far:
        return
    yield Draft(
        title=told("Milestones slip from their baseline"),
        criteria=told(
            "A milestone should be reached, or be forecast, within {days} of its baseline date",
            days=days(int(settings["days"])),
        ),
        condition=told(
            "{far} of {moved} with a baseline to compare slipped further: {list}.",
            far=counted_words(len(far), "{n} milestone", "{n} milestones"),
            moved=number(len(moved)),
            list=listed([_line(slip, m, facts) for slip, m in far]),
        ),
        cause=recorded_reasons([m for _, m in far]),
        effect=told(
            "The largest slip is {days}; what depends on these milestones moves with them.", days=days(far[0][0])
        ),
        seen=tuple(f"{m.code} {m.title} {m.baseline} {slip}" for slip, m in far),
        figures=(figure_id(facts, "slip-largest"), figure_id(facts, "slip-mean")),
    )


def _line(slip: int, milestone: Milestone, facts: Facts) -> str:
    reached = milestone.achieved if milestone.achieved and latest(milestone.achieved) <= facts.as_of else None
    said = {
        "name": named(milestone.code, milestone.title), "baseline": day(milestone.baseline or ""), "slip": days(slip),
    }  # fmt: skip
    if reached:
        return told("{name}, baseline {baseline}, achieved {reached} ({slip})", **said, reached=day(reached))
    forecast = day(milestone.forecast or "")
    return told("{name}, baseline {baseline}, forecast {forecast} ({slip})", **said, forecast=forecast)


CRITERION = Criterion("milestone_slip", "Slip of milestones", ("days",), _check)
