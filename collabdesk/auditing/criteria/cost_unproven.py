"""Costs that were checked or declared and for which no evidence is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.books_facts import ItemSum
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import money, number
from collabdesk.domain.told import counted_words, in_a_row, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    every = (facts.books.unproven or ()) if facts.books else ()
    its = [one for one in every if abs(one.amount) > settings["amount"]]
    if not its:
        return
    is_none_proven = all(one.records == one.every for one in every)
    yield Draft(
        title=told("Costs without evidence on record"),
        criteria=told("A cost that is checked or declared should have its evidence on record"),
        condition=told(
            "For {items} of {every} that were checked or declared no evidence is recorded: {amounts}.",
            items=counted_words(sum(one.records for one in its), "{n} cost item", "{n} cost items"),
            every=number(sum(one.every for one in every)),
            amounts=_amounts(its),
        ),
        effect=told(
            "{amounts} cannot be proven from the records; what is not proven may be rejected.", amounts=_amounts(its)
        ),
        # Where no item at all has evidence, it is most likely kept in another place, and only has to be named.
        severity="low" if is_none_proven else settings.severity,
        seen=tuple(f"{one.amount} {one.unit} {one.records}" for one in its),
        figures=tuple(figure_id(facts, "cost-unproven", unit=one.unit) for one in its),
    )


def _amounts(its: list[ItemSum]) -> str:
    return in_a_row((money(one.amount, one.unit) for one in its), ", ")


CRITERION = Criterion("cost_unproven", "Evidence of costs", ("amount",), _check, is_of_project=True)
