"""Budget: what is planned, what is spent, and how much of the budget that absorbs, also by category."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from collabdesk.auditing.budget_use import BudgetUse, budget_use, units
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.told import in_a_row, told
from collabdesk.measures.absorption import ABSORPTION, BALANCE, absorption, balance
from collabdesk.measures.elapsed import ELAPSED, elapsed
from collabdesk.measures.totals import SUM, added
from collabdesk.usecases.figuring import Condition, Group, currency_condition, figure, scope

_CATEGORIES_SHOWN = 60


def _figures(facts: Facts) -> Iterator[Figure]:
    if facts.project:
        p = facts.project
        basis = tuple(Basis("project", field, ids=(p.id or 0,)) for field in ("start", "end") if getattr(p, field))
        inputs = {"start": p.start, "end": p.end, "as of": facts.as_of.isoformat()}
        passed = elapsed(p.start, p.end, facts.as_of)
        yield figure(facts, "budget", ELAPSED, "elapsed", passed, inputs=inputs, basis=basis)
    for unit in units(facts):
        yield from _whole(facts, budget_use(facts, unit))
        yield from _by_category(facts, unit)


def _whole(facts: Facts, use: BudgetUse) -> Iterator[Figure]:
    make = partial(figure, facts, "budget", money=use.unit, note=_note(use))
    planned = _basis(facts, use, "budget")
    spent = _basis(facts, use, "cost")
    inputs = {"expended": use.expended, "budget": use.budget, **_version(facts)}
    both = (*spent, *planned)
    if not use.compared:
        yield make(ABSORPTION, "absorption", absorption(use.expended, use.budget), inputs=inputs)
        return
    yield make(SUM, "budget", added((use.budget,), told("budget")), label="Budget", basis=planned)
    yield make(SUM, "expended", added((use.expended,), told("expenditure")), label="Expended", basis=spent)
    yield make(ABSORPTION, "absorption", absorption(use.expended, use.budget), inputs=inputs, basis=both)
    yield make(BALANCE, "balance", balance(use.expended, use.budget), inputs=inputs, basis=both)


def _version(facts: Facts) -> dict[str, str]:
    """Which version the budget is, where it is one."""
    version = facts.budgets.version if facts.budgets else None
    return {"budget version": version.code or version.title} if version else {}


def _note(use: BudgetUse) -> str | None:
    """What a reader must know of the two sides: where no lines are recorded, and which projects are left out."""
    stated = []
    if use.budget is not None and not use.planned_lines:
        stated.append("no budget lines in this currency: the budget is the stated total cost")
    if use.expended is not None and not use.spent_lines:
        stated.append("no cost items in this currency: the expenditure is the stated spending")
    return in_a_row([*stated, *([use.left_out] if use.left_out else [])]) or None


def _basis(facts: Facts, use: BudgetUse, noun: str) -> tuple[Basis, ...]:
    """Where one side comes from: lines or items by condition, and projects that only state a total by their ids."""
    field, stated, with_lines = (
        ("amount", "total_cost", use.planned_lines) if noun == "budget" else ("expended", "spent", use.spent_lines)
    )
    found = []
    if with_lines and noun == "budget":
        found += _lines(facts, use.unit, use.compared)
    elif with_lines:
        condition = currency_condition(use.unit)
        recorded = {c.project_id for c in facts.costs if c.unit == use.unit}
        if facts.project or recorded <= use.compared:
            found.append(Basis("cost", field, where=scope(facts) + condition))
        else:
            ordered = sorted(with_lines, key=lambda i: i or 0)
            found += [Basis("cost", field, where=(("project_id", i), *condition)) for i in ordered]
    single = [
        p.id or 0
        for p in facts.projects
        if p.id in use.compared - with_lines and getattr(p, stated) is not None and (p.currency or "XXX") == use.unit
    ]
    return (*found, Basis("project", stated, ids=tuple(single))) if single else tuple(found)


def _lines(facts: Facts, unit: str, of: frozenset[int | None] | None, *more: tuple[str, str]) -> list[Basis]:
    """The lines of the budgets in force of these projects (None: of all): those of versions, and those of none."""
    lines = [b for b in facts.budget if b.unit == unit and b.amount is not None]
    its = [b for b in lines if of is None or b.project_id in of]
    if not its:
        return []
    where = (*currency_condition(unit), *more, ("basis", its[0].basis))
    versions = tuple(sorted({b.version_id for b in its if b.version_id is not None}))
    plain = tuple(sorted({b.project_id for b in its if b.version_id is None}, key=lambda i: i or 0))
    found = []
    if versions:
        chosen = versions if len(versions) > 1 else versions[0]
        found.append(Basis("budget", "amount", where=(*scope(facts), *where, ("budget_version_id", chosen))))
    if plain:
        is_every = facts.project is not None or (not versions and {b.project_id for b in lines} <= set(plain))
        these: Condition = scope(facts) if is_every else (("project_id", plain),)
        found.append(Basis("budget", "amount", where=(*these, *where, ("budget_version_id", None))))
    return found


def _by_category(facts: Facts, unit: str) -> Iterator[Figure]:
    planned: dict[str, Decimal] = defaultdict(Decimal)
    spent: dict[str, Decimal] = defaultdict(Decimal)
    for b in facts.budget:
        if b.unit == unit and b.category and b.amount is not None:
            planned[b.category] += b.amount
    for c in facts.costs:
        if c.unit == unit and c.category and c.expended is not None:
            spent[c.category] += c.expended
    names = sorted(
        planned.keys() | spent.keys(), key=lambda n: (-planned.get(n, Decimal(0)), -spent.get(n, Decimal(0)), n)
    )
    for name in names[:_CATEGORIES_SHOWN]:
        where = (*scope(facts), *currency_condition(unit), ("category", name))
        basis = []
        if name in spent:
            basis.append(Basis("cost", "expended", where=where))
        if name in planned:
            basis += _lines(facts, unit, None, ("category", name))
        if not planned or not spent:
            slug, label, amounts = ("expended", "Expended", spent) if spent else ("budget", "Budget", planned)
            yield figure(
                facts, "budget", SUM, slug, added((amounts[name],), label.lower()),
                label=label, money=unit, detail=name, detail_slug=slug_of(name), basis=basis,
            )  # fmt: skip
            continue
        yield figure(
            facts,
            "budget",
            ABSORPTION,
            "absorption",
            absorption(spent.get(name), planned.get(name)),
            money=unit,
            detail=name,
            detail_slug=slug_of(name),
            inputs={"expended": spent.get(name), "budget": planned.get(name), **_version(facts)},
            basis=basis,
        )


GROUP = Group("budget", 20, _figures)
