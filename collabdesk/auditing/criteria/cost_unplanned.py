"""Costs in categories for which nothing was budgeted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id, slug_of
from collabdesk.auditing.unmatched import Booked, unmatched, words
from collabdesk.auditing.wording import day, listed, money, percent
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    pack = facts.grant.pack if facts.grant else None

    def category(word: str) -> str:
        known = pack.category(word) if pack else None
        return known.code if known else words(word)

    for unit in sorted({b.unit for b in facts.budget}):
        planned = [Booked(category=b.category, unit=unit, amount=b.amount) for b in facts.budget if b.unit == unit]
        actual = [
            Booked(category=c.category, unit=unit, amount=c.expended, records=c.records)
            for c in facts.costs
            if c.unit == unit and c.expended
        ]
        # A cost without a category can be held against none: that is a finding of its own.
        bare = [b for b in unmatched(actual, planned, ("category",), category) if b.category]
        whole = sum((a.amount for a in actual if a.amount), Decimal(0))
        beyond = sum((b.amount for b in bare if b.amount), Decimal(0))
        if whole <= 0 or beyond <= whole * settings["share"]:
            continue
        bare.sort(key=lambda b: (-(b.amount or Decimal(0)), b.category))
        lines = [
            told("{category}: {amount}", category=b.category, amount=money(b.amount or Decimal(0), unit)) for b in bare
        ]
        yield Draft(
            title=told("Costs in categories that the budget does not have"),
            criteria=told(
                "Costs should be of categories that are budgeted; at most {share} may not be",
                share=percent(settings["share"]),
            ),
            condition=told(
                "By {day}, {beyond} of {whole} expended ({share}) is in {categories} without a budget: {list}.",
                day=day(facts.as_of.isoformat()),
                beyond=money(beyond, unit),
                whole=money(whole, unit),
                share=percent(beyond / whole),
                categories=counted_words(len(bare), "{n} category", "{n} categories"),
                list=listed(lines),
            ),
            effect=told(
                "For {beyond} it cannot be said whether it keeps within what was agreed.", beyond=money(beyond, unit)
            ),
            seen=tuple(f"{b.category} {b.amount} {unit}" for b in bare),
            figures=tuple(figure_id(facts, "absorption", slug_of(b.category), unit) for b in bare),
        )


CRITERION = Criterion("cost_unplanned", "Costs that no budget line covers", ("share",), _check)
