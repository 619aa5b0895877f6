"""Days of work whose monthly declaration nobody signed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, number, percent
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    known = facts.cost_facts
    if known is None or not known.efforts:
        return
    every = sum(len(part.ids) for part in known.efforts)
    bare = known.effort_problems.get("not-signed", 0)
    if bare <= every * settings["share"]:
        return
    yield Draft(
        title=told("Declarations of days are not signed"),
        criteria=told("The days of a month should be declared and signed once the month is over"),
        condition=told(
            "By {day}, {bare} of {every} ({share}) are not signed, or were signed before the month was over.",
            day=day(facts.as_of.isoformat()),
            bare=counted_words(bare, "{n} declaration", "{n} declarations"),
            every=number(every),
            share=percent(Decimal(bare) / every),
        ),
        effect=told("Personnel costs that rest on these days are not proven."),
        seen=(f"{bare} {every}",),
        figures=(figure_id(facts, "effort-problems"), figure_id(facts, "effort-days")),
    )


CRITERION = Criterion("effort_unsigned", "Signed declarations of days", ("share",), _check, is_of_project=True)
