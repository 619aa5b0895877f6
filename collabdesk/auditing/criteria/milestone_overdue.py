"""Milestones that are not reached although their date has passed."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import count, listed, named, recorded_reasons
from collabdesk.domain.dates import in_words
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.standing import days_overdue
from collabdesk.measures.punctuality import due_by, overdue


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    late = [m for m in overdue(facts.milestones, facts.as_of) if days_overdue(m, facts.as_of) > settings["days"]]
    if not late:
        return
    longest = days_overdue(late[0], facts.as_of)
    critical = [m for m in late if m.critical]
    due = len(due_by(facts.milestones, facts.as_of))
    yield Draft(
        title="Milestones overdue",
        criteria="A milestone should be achieved by its date, or be replanned by an approved change",
        condition=f"By {facts.day}, {count(len(late), 'milestone')} of {due} that had fallen due "
        f"had passed their date without being achieved: {listed([_line(m) for m in late])}.",
        cause=recorded_reasons(late),
        effect=f"The longest is {longest} days overdue. "
        + (f"On the critical path: {len(critical)} of them." if critical else ""),
        severity="high" if critical else settings.severity,
        seen=tuple(f"{m.code} {m.title} {m.baseline} {m.forecast}" for m in late),
        figures=(figure_id(facts, "milestones-overdue"), figure_id(facts, "punctuality")),
    )


def _line(milestone: Milestone) -> str:
    return f"{named(milestone.code, milestone.title)}, due {in_words(milestone.forecast or milestone.baseline or '')}"


CRITERION = Criterion("milestone_overdue", "Milestones overdue", ("days",), _check)
