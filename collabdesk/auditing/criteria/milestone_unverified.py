"""Milestones said to be achieved without means of verification on record."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import listed, named, number
from collabdesk.domain.standing import achieved
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    reached = [m for m in facts.milestones if m.status != "cancelled" and achieved(m, facts.as_of)]
    bare = [m for m in reached if not m.verification.strip()]
    if len(bare) < settings["at_least"]:
        return
    yield Draft(
        title=told("Achieved milestones without means of verification"),
        criteria=told("Each achieved milestone should have its means of verification on record"),
        condition=told(
            "For {bare} of {reached} achieved no means of verification is recorded: {list}.",
            bare=counted_words(len(bare), "{n} milestone", "{n} milestones"),
            reached=number(len(reached)),
            list=listed([named(m.code, m.title) for m in bare]),
        ),
        effect=told("Their achievement cannot be confirmed from the records."),
        seen=tuple(f"{m.code} {m.title}" for m in bare),
        figures=(figure_id(facts, "milestones"), figure_id(facts, "punctuality")),
    )


CRITERION = Criterion("milestone_unverified", "Means of verification", ("at_least",), _check)
