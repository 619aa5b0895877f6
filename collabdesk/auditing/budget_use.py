"""Budget against expenditure, like for like: only projects that have both are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from collabdesk.auditing.facts import BudgetSum, CostSum, Facts
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.told import counted_words, in_a_row, told


@dataclass(frozen=True, slots=True)
class BudgetUse:
    """Budget and expenditure in one currency, each None where none is recorded.

    Each project's budget is the sum of its budget lines, else its stated total cost; its expenditure the sum of its
    cost items, else its stated spending: `planned_lines` and `spent_lines` say which projects have lines. In the
    portfolio only the projects in `compared` count; `left_out` says of how many others one side is missing.
    """

    unit: str
    budget: Decimal | None
    expended: Decimal | None
    compared: frozenset[int | None]
    planned_lines: frozenset[int | None]
    spent_lines: frozenset[int | None]
    left_out: str | None


def units(facts: Facts) -> list[str]:
    """The currencies in which a budget or expenditure is recorded."""
    found = {b.unit for b in facts.budget} | {c.unit for c in facts.costs if c.expended is not None}
    stated = {p.currency or NO_CURRENCY for p in facts.projects if p.spent is not None}
    if facts.project is not None:
        stated.add(facts.project.currency or NO_CURRENCY)
    return sorted(found | stated)


def budget_use(facts: Facts, unit: str) -> BudgetUse:
    """Budget and expenditure of the facts' project, or of those projects of the portfolio that record both."""
    lines, items = _lines(facts.budget, unit), _items(facts.costs, unit)
    planned = _with_stated(facts, unit, "total_cost", lines)
    spent = _with_stated(facts, unit, "spent", items)
    if facts.project is not None:
        compared: frozenset[int | None] = frozenset({facts.project.id})
    else:
        compared = frozenset(planned.keys() & spent.keys())
    others = (planned.keys() | spent.keys()) - compared
    return BudgetUse(
        unit=unit,
        budget=_sum(planned, compared),
        expended=_sum(spent, compared),
        compared=compared,
        planned_lines=frozenset(lines.keys() & compared),
        spent_lines=frozenset(items.keys() & compared),
        left_out=_left_out(len(others - planned.keys()), len(others - spent.keys())),
    )


def _lines(found: Iterable[BudgetSum], unit: str) -> dict[int | None, Decimal]:
    sums: dict[int | None, Decimal] = defaultdict(Decimal)
    for line in found:
        if line.unit == unit and line.amount is not None:
            sums[line.project_id] += line.amount
    return sums


def _items(found: Iterable[CostSum], unit: str) -> dict[int | None, Decimal]:
    sums: dict[int | None, Decimal] = defaultdict(Decimal)
    for item in found:
        if item.unit == unit and item.expended is not None:
            sums[item.project_id] += item.expended
    return sums


def _with_stated(facts: Facts, unit: str, field: str, recorded: dict[int | None, Decimal]) -> dict[int | None, Decimal]:
    stated = {
        p.id: getattr(p, field)
        for p in facts.projects
        if (p.currency or NO_CURRENCY) == unit and getattr(p, field) is not None
    }
    return {**stated, **recorded}


def _sum(amounts: dict[int | None, Decimal], of: frozenset[int | None]) -> Decimal | None:
    found = [amount for project, amount in amounts.items() if project in of]
    return sum(found, Decimal(0)) if found else None


def _left_out(no_budget: int, no_spending: int) -> str | None:
    parts = []
    if no_spending:
        parts.append(
            counted_words(
                no_spending, "{n} project without recorded expenditure", "{n} projects without recorded expenditure"
            )
        )
    if no_budget:
        parts.append(counted_words(no_budget, "{n} project without a budget", "{n} projects without a budget"))
    return told("left out: {parts}", parts=in_a_row(parts, ", ")) if parts else None
