"""What each partner's part of the budget in force is, and what it has spent; a partner's own statement prints it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from collabdesk.auditing.facts import Facts, total
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.told import told
from collabdesk.measures.absorption import ABSORPTION, absorption
from collabdesk.measures.totals import SUM, added
from collabdesk.usecases.figuring import Condition, Group, currency_condition, figure, in_no_section, scope


def _figures(facts: Facts) -> Iterator[Figure]:
    if facts.project is None:
        return
    budgets = _budgets(facts)
    spent = _spent(facts)
    for partner, unit in sorted(budgets.keys() | spent.keys()):
        make = partial(figure, facts, "partner_books", money=unit, detail=facts.partner_name(partner),
                       detail_slug=f"p{partner}")  # fmt: skip
        budget, expended = budgets.get((partner, unit)), spent.get((partner, unit))
        planned = Basis("budget", "amount", where=_lines(facts, partner, unit))
        items = Basis("cost", "expended", where=_where(facts, partner, unit))
        if budget is not None:
            yield make(SUM, "budget", added((budget,), told("budget")), label="Budget in force", basis=(planned,))
        if expended is not None:
            yield make(SUM, "expended", added((expended,), told("cost")), label="Expended", basis=(items,))
        if budget is not None:
            yield make(
                ABSORPTION, "absorption", absorption(expended, budget), basis=(items, planned),
                inputs={"expended": expended, "budget": budget},
            )  # fmt: skip


def _budgets(facts: Facts) -> dict[tuple[int, str], Decimal]:
    known = facts.budgets
    if known is None:
        return {}
    return {(int(p.key), p.unit): p.amount for p in known.parts if p.axis == "partner" and isinstance(p.key, int)}


def _spent(facts: Facts) -> dict[tuple[int, str], Decimal]:
    found: dict[tuple[int, str], Decimal] = {}
    for part in facts.cost_facts.costs if facts.cost_facts else ():
        if part.partner_id is not None and (amount := total([part.expended])) is not None:
            key = (part.partner_id, part.unit)
            found[key] = found.get(key, Decimal(0)) + amount
    return found


def _lines(facts: Facts, partner: int, unit: str) -> Condition:
    known = facts.budgets
    version = known.version.id if known and known.version else None
    basis = known.basis if known else "budget"
    return (*_where(facts, partner, unit), ("budget_version_id", version), ("basis", basis))


def _where(facts: Facts, partner: int, unit: str) -> Condition:
    return (*scope(facts), ("partner_id", partner), *currency_condition(unit))


GROUP = Group("partner_books", 23, _figures, in_no_section)
