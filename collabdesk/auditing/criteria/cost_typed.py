"""Costs that were entered by hand, with no file behind them and no evidence."""

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
    for one in facts.books.typed or ():
        if abs(one.amount) <= settings["amount"]:
            continue
        yield Draft(
            title=told("Costs entered by hand without evidence"),
            criteria=told("A cost that comes from no imported file should name its evidence"),
            condition=told(
                "{items} of {every} in {unit} that were entered by hand name no evidence: {amount}.",
                items=counted_words(one.records, "{n} cost item", "{n} cost items"),
                every=number(one.every),
                unit=one.unit,
                amount=money(one.amount, one.unit),
            ),
            effect=told(
                "{amount} leads back to no file: a reader can only take it on trust.",
                amount=money(one.amount, one.unit),
            ),
            seen=(f"{one.amount} {one.unit} {one.records}",),
            figures=(figure_id(facts, "cost-typed", unit=one.unit),),
        )


CRITERION = Criterion("cost_typed", "Costs entered by hand", ("amount",), _check, is_of_project=True)
