"""Milestones that are not reached although their date has passed."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, days, listed, named, number, recorded_reasons, sentences
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.standing import days_overdue
from collabdesk.domain.told import counted_words, told
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
        title=told("Milestones overdue"),
        criteria=told("A milestone should be achieved by its date, or be replanned by an approved change"),
        condition=told(
            "By {day}, {late} of {due} that had fallen due had passed without being achieved: {list}.",
            day=day(facts.as_of.isoformat()),
            late=counted_words(len(late), "{n} milestone", "{n} milestones"),
            due=number(due),
            list=listed([_line(m) for m in late]),
        ),
        cause=recorded_reasons(late),
        effect=sentences(
            told("The longest is {days} overdue.", days=days(longest)),
            told("On the critical path: {n} of them.", n=number(len(critical))) if critical else "",
        ),
        severity="high" if critical else settings.severity,
        seen=tuple(f"{m.code} {m.title} {m.baseline} {m.forecast}" for m in late),
        figures=(figure_id(facts, "milestones-overdue"), figure_id(facts, "punctuality")),
    )


def _line(milestone: Milestone) -> str:
    due = day(milestone.forecast or milestone.baseline or "")
    return told("{name}, due {day}", name=named(milestone.code, milestone.title), day=due)


CRITERION = Criterion("milestone_overdue", "Milestones overdue", ("days",), _check)
