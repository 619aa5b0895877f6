"""Costs that were checked or declared and for which no evidence is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import money, number
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.books is None:
        return
    for one in facts.books.unproven or ():
        if abs(one.amount) <= settings["amount"]:
            continue
        yield Draft(
            title=told("Costs without evidence on record"),
            criteria=told("A cost that is checked or declared should have its evidence on record"),
            condition=told(
                "For {items} of {every} in {unit} that were checked or declared no evidence is recorded: {amount}.",
                items=counted_words(one.records, "{n} cost item", "{n} cost items"),
                every=number(one.every),
                unit=one.unit,
                amount=money(one.amount, one.unit),
            ),
            effect=told(
                "{amount} cannot be proven from the records; what is not proven may be rejected.",
                amount=money(one.amount, one.unit),
            ),
            seen=(f"{one.amount} {one.unit} {one.records}",),
            figures=(figure_id(facts, "cost-unproven", unit=one.unit),),
        )


CRITERION = Criterion("cost_unproven", "Evidence of costs", ("amount",), _check, is_of_project=True)
