"""Costs that were entered by hand, with no file behind them and no evidence."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.books_facts import ItemSum
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import money, number
from collabdesk.domain.told import in_a_row, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    every = (facts.books.typed or ()) if facts.books else ()
    its = [one for one in every if abs(one.amount) > settings["amount"]]
    if not its:
        return
    yield Draft(
        title=told("Costs entered by hand without evidence"),
        criteria=told("A cost that comes from no imported file should name its evidence"),
        condition=told(
            "Of the cost items entered by hand and not declared yet, {items} of {every} name no evidence: {amounts}.",
            items=number(sum(one.records for one in its)),
            every=number(sum(one.every for one in every)),
            amounts=_amounts(its),
        ),
        effect=told("{amounts} leads back to no file: a reader can only take it on trust.", amounts=_amounts(its)),
        seen=tuple(f"{one.amount} {one.unit} {one.records}" for one in its),
        figures=tuple(figure_id(facts, "cost-typed", unit=one.unit) for one in its),
    )


def _amounts(its: list[ItemSum]) -> str:
    return in_a_row((money(one.amount, one.unit) for one in its), ", ")


CRITERION = Criterion("cost_typed", "Costs entered by hand", ("amount",), _check, is_of_project=True)
