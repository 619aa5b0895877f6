"""Costs of days before the project began or after it ended."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.books_facts import ItemSum
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, money, number
from collabdesk.domain.told import counted_words, in_a_row, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    project = facts.project
    every = (facts.books.outside or ()) if facts.books else ()
    its = [one for one in every if abs(one.amount) > settings["amount"]]
    if project is None or not its:
        return
    days = sorted(d for one in its for d in one.days)
    yield Draft(
        title=told("Costs are dated outside the project"),
        criteria=told("Costs should be incurred between the first and the last day of the project"),
        condition=told(
            "The project began on {start} and its end is {end}. {items} of {every} with an amount in these currencies "
            "are dated before or after that, from {first} to {last}: {amounts}.",
            start=day(project.start) if project.start else told("a day not recorded"),
            end=day(project.end) if project.end else told("not recorded"),
            items=counted_words(sum(one.records for one in its), "{n} cost item", "{n} cost items"),
            every=number(sum(one.every for one in its)),
            first=day(days[0]),
            last=day(days[-1]),
            amounts=_amounts(its),
        ),
        effect=told(
            "{amounts} may not be eligible, unless the agreement allows costs of these days.", amounts=_amounts(its)
        ),
        seen=(*(f"{one.amount} {one.unit} {one.records}" for one in its), f"{project.start} {project.end}", *days),
        figures=tuple(figure_id(facts, "cost-outside", unit=one.unit) for one in its),
    )


def _amounts(its: list[ItemSum]) -> str:
    return in_a_row((money(one.amount, one.unit) for one in its), ", ")


CRITERION = Criterion("cost_outside", "Costs outside the project's days", ("amount",), _check, is_of_project=True)
