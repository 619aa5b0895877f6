"""Cost items that are recorded more than once, alike in every field that tells items apart."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.books_facts import Doubled
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, listed, money, number
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.books is None:
        return
    every = facts.books.doubled or ()
    for unit in sorted({one.unit for one in every}):
        its = [one for one in every if one.unit == unit]
        extra = sum((one.extra for one in its), Decimal(0))
        if extra <= settings["amount"]:
            continue
        its.sort(key=lambda one: (-one.extra, one.day, one.description))
        yield Draft(
            title=told("Cost items may be recorded twice"),
            criteria=told("A cost should be recorded once"),
            condition=told(
                "{groups} are each recorded more than once with the same partner, day, amount, description, code, "
                "category and work package, among {every} in all: {list}.",
                groups=counted_words(len(its), "{n} cost", "{n} costs"),
                every=counted_words(facts.books.costs, "{n} cost item", "{n} cost items"),
                list=listed([_line(facts, one) for one in its]),
            ),
            effect=told(
                "If they are the same cost, {extra} is counted too much.",
                extra=money(extra, unit),
            ),
            seen=tuple(f"{one.partner_id} {one.day} {one.description} {one.extra} {unit}" for one in its),
            figures=(figure_id(facts, "cost-doubled"),),
        )


def _line(facts: Facts, one: Doubled) -> str:
    return told(
        "{description}, {partner}, {day}: {times} times {amount}",
        description=one.description,
        partner=facts.partner_name(one.partner_id),
        day=day(one.day),
        times=number(len(one.ids)),
        amount=money(one.amount, one.unit),
    )


CRITERION = Criterion("cost_doubled", "Costs recorded once", ("amount",), _check, is_of_project=True)
