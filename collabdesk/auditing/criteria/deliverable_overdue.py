"""Deliverables that are not handed in although they are due."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, days, listed, named, number
from collabdesk.domain.dates import latest
from collabdesk.domain.told import counted_words, told
from collabdesk.measures.deliverable_delivery import due_by, overdue


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    late = [
        d
        for d in overdue(facts.deliverables, facts.as_of)
        if (facts.as_of - latest(d.due or "")).days > settings["days"]
    ]
    if not late:
        return
    due = sum(latest(d.due or "") < facts.as_of for d in due_by(facts.deliverables, facts.as_of))
    lines = [told("{name}, due {day}", name=named(d.code, d.title), day=day(d.due or "")) for d in late]
    yield Draft(
        title=told("Deliverables overdue"),
        criteria=told("A deliverable should be handed in by its due date"),
        condition=told(
            "By {day}, {late} of {due} that had been due before that day had not been handed in: {list}.",
            day=day(facts.as_of.isoformat()),
            late=counted_words(len(late), "{n} deliverable", "{n} deliverables"),
            due=number(due),
            list=listed(lines),
        ),
        effect=told(
            "The oldest is {days} overdue; the funder cannot assess the work behind them, and payments that depend on "
            "them may be withheld.",
            days=days((facts.as_of - latest(late[0].due or "")).days),
        ),
        seen=tuple(f"{d.code} {d.title} {d.due}" for d in late),
        figures=(figure_id(facts, "deliverables-overdue"), figure_id(facts, "deliverable-delivery")),
    )


CRITERION = Criterion("deliverable_overdue", "Deliverables overdue", ("days",), _check)
