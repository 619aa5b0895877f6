"""Costs in another currency for which there is no rate into the project's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id, slug_of
from collabdesk.auditing.wording import listed, money
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.conversion is None:
        return
    costs = facts.conversion.costs
    if costs.currency in ("", NO_CURRENCY):
        return
    amounts: dict[str, Decimal] = defaultdict(Decimal)
    records: dict[str, int] = defaultdict(int)
    reasons: dict[str, None] = {}
    for one in costs.unconverted:
        spent = one.amounts.get("expended")
        # An amount without any currency is another finding: no rate could help it.
        if spent is not None and one.currency not in ("", NO_CURRENCY):
            amounts[one.currency] += spent
            records[one.currency] += one.records
            reasons[one.reason] = None
    if sum(records.values()) < settings["at_least"]:
        return
    yield Draft(
        title=told("Costs in other currencies without a rate"),
        criteria=told("Each cost should be convertible into the currency of the project, by a rate with its source"),
        condition=told(
            "For {items} of {every} no rate into {home} is recorded: {list}. The reasons: {reasons}.",
            items=counted_words(sum(records.values()), "{n} cost item", "{n} cost items"),
            every=counted_words(costs.records, "{n} item", "{n} items"),
            home=costs.currency,
            list=listed([money(amount, unit) for unit, amount in sorted(amounts.items())]),
            reasons=listed(list(reasons)),
        ),
        effect=told("The total cost in {home} cannot be told until these are converted.", home=costs.currency),
        seen=tuple(f"{unit} {amount} {records[unit]}" for unit, amount in sorted(amounts.items())),
        figures=(
            figure_id(facts, "cost-in-own-currency", unit=costs.currency),
            *(figure_id(facts, "cost-converted", slug_of(unit), costs.currency) for unit in sorted(amounts)),
        ),
    )


CRITERION = Criterion("cost_unconverted", "Rates of costs", ("at_least",), _check, is_of_project=True)
