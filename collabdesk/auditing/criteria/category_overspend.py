"""Single budget categories that are overspent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.budget_use import units
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id, slug_of
from collabdesk.auditing.wording import day, listed, money, number, percent
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    for unit in units(facts):
        both = _categories(facts, unit)
        over = [(c, p, s) for c, p, s in both if p > 0 and s > p * (1 + settings["tolerance"])]
        if not over:
            continue
        over.sort(key=lambda row: (row[1] - row[2], row[0]))
        excess = sum((s - p for _, p, s in over), Decimal(0))
        lines = [_line(c, p, s, unit) for c, p, s in over]
        yield Draft(
            title=told("Budget categories overspent"),
            criteria=told(
                "Expenditure of a category should not exceed its budget by more than {tolerance} without an approved "
                "transfer",
                tolerance=percent(settings["tolerance"]),
            ),
            condition=told(
                "By {day}, expenditure is above budget in {over} of {both} that have both: {list}.",
                day=day(facts.as_of.isoformat()),
                over=counted_words(len(over), "{n} category", "{n} categories"),
                both=number(len(both)),
                list=listed(lines),
            ),
            effect=told("{excess} was expended beyond the categories' budgets.", excess=money(excess, unit)),
            seen=tuple(f"{c} {p} {s} {unit}" for c, p, s in over),
            figures=tuple(figure_id(facts, "absorption", slug_of(c), unit) for c, _, _ in over),
        )


def _line(category: str, planned: Decimal, spent: Decimal, unit: str) -> str:
    return told(
        "{category}: {spent} of {planned} ({share})",
        category=category, spent=money(spent, unit), planned=money(planned, unit), share=percent(spent / planned),
    )  # fmt: skip


def _categories(facts: Facts, unit: str) -> list[tuple[str, Decimal, Decimal]]:
    planned: dict[str, Decimal] = defaultdict(Decimal)
    spent: dict[str, Decimal] = defaultdict(Decimal)
    for b in facts.budget:
        if b.unit == unit and b.category and b.amount is not None:
            planned[b.category] += b.amount
    for c in facts.costs:
        if c.unit == unit and c.category and c.expended is not None:
            spent[c.category] += c.expended
    return [(name, planned[name], spent[name]) for name in sorted(planned.keys() & spent.keys())]


CRITERION = Criterion("category_overspend", "Expenditure above a category's budget", ("tolerance",), _check)
