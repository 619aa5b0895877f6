"""Milestones that move far away from their baseline."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import count, listed, named, recorded_reasons
from collabdesk.domain.dates import in_words, latest
from collabdesk.domain.milestones import Milestone
from collabdesk.measures.slip import slips


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    moved = slips(facts.milestones, facts.as_of)
    far = [(days, m) for days, m in moved if days > settings["days"]]
    if not far:
        return
    yield Draft(
        title="Milestones slip from their baseline",
        criteria=f"A milestone should be reached, or be forecast, within {settings['days']} days of its baseline date",
        condition=f"{count(len(far), 'milestone')} of {len(moved)} with a baseline to compare slipped further: "
        f"{listed([_line(days, m, facts) for days, m in far])}.",
        cause=recorded_reasons([m for _, m in far]),
        effect=f"The largest slip is {far[0][0]} days; what depends on these milestones moves with them.",
        seen=tuple(f"{m.code} {m.title} {m.baseline} {days}" for days, m in far),
        figures=(figure_id(facts, "slip-largest"), figure_id(facts, "slip-mean")),
    )


def _line(days: int, milestone: Milestone, facts: Facts) -> str:
    reached = milestone.achieved if milestone.achieved and latest(milestone.achieved) <= facts.as_of else None
    now = f"achieved {in_words(reached)}" if reached else f"forecast {in_words(milestone.forecast or '')}"
    name = named(milestone.code, milestone.title)
    return f"{name}, baseline {in_words(milestone.baseline or '')}, {now} ({days} days)"


CRITERION = Criterion("milestone_slip", "Slip of milestones", ("days",), _check)
