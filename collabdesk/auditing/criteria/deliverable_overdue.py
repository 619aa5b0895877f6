"""Deliverables that are not handed in although they are due."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import count, listed, named
from collabdesk.domain.dates import in_words, latest
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
    lines = [f"{named(d.code, d.title)}, due {in_words(d.due or '')}" for d in late]
    yield Draft(
        title="Deliverables overdue",
        criteria="A deliverable should be handed in by its due date",
        condition=f"By {facts.day}, {count(len(late), 'deliverable')} of {due} that had been due before that day "
        f"had not been handed in: {listed(lines)}.",
        effect=f"The oldest is {(facts.as_of - latest(late[0].due or '')).days} days overdue; the funder cannot assess "
        "the work behind them, and payments that depend on them may be withheld.",
        seen=tuple(f"{d.code} {d.title} {d.due}" for d in late),
        figures=(figure_id(facts, "deliverables-overdue"), figure_id(facts, "deliverable-delivery")),
    )


CRITERION = Criterion("deliverable_overdue", "Deliverables overdue", ("days",), _check)
