"""Amounts of which no source states the currency."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.budget_use import units
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import number
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.told import counted_words, in_a_row, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    costs = [c for c in facts.costs if c.expended is not None]
    budget = [b for b in facts.budget if b.amount is not None]
    granted = [c for c in facts.contributions if c.amount is not None or c.pledged is not None]
    bare = {
        "costs": sum(c.records for c in costs if c.unit == NO_CURRENCY),
        "budget": sum(b.records for b in budget if b.unit == NO_CURRENCY),
        "contributions": sum(c.records for c in granted if c.unit == NO_CURRENCY),
    }
    if sum(bare.values()) < settings["at_least"]:
        return
    every = sum(s.records for some in (costs, budget, granted) for s in some)
    parts = [
        counted_words(bare["costs"], "{n} cost item", "{n} cost items") if bare["costs"] else "",
        counted_words(bare["budget"], "{n} budget line", "{n} budget lines") if bare["budget"] else "",
        counted_words(bare["contributions"], "{n} contribution", "{n} contributions") if bare["contributions"] else "",
    ]
    slugs = [
        *(("absorption",) if NO_CURRENCY in units(facts) else ()),
        *(("funder-contribution",) if any(c.amount is not None and c.unit == NO_CURRENCY for c in granted) else ()),
    ]
    yield Draft(
        title=told("Amounts without a currency"),
        criteria=told("Each amount should state its currency"),
        condition=told(
            "Of {every} with an amount, these state no currency: {list}.",
            every=counted_words(every, "{n} record", "{n} records"),
            list=in_a_row(part for part in parts if part),
        ),
        effect=told("These {n} amounts can be added to no others, and no rate converts them.",
                    n=number(sum(bare.values()))),
        seen=tuple(f"{name} {n}" for name, n in bare.items()),
        figures=tuple(figure_id(facts, slug, unit=NO_CURRENCY) for slug in slugs),
    )  # fmt: skip


CRITERION = Criterion("currency_missing", "Currencies of amounts", ("at_least",), _check)
