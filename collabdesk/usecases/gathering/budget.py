"""Gather the budget in force of one project: its parts as sums in SQL, its transfers, the amendments of its funding."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import cast

from collabdesk.auditing.budget_facts import BudgetFacts, BudgetPart, FundingChange, MovedSum
from collabdesk.domain.amendments import Amendment
from collabdesk.domain.dates import earliest
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.projects import Project
from collabdesk.usecases.workspace import Workspace

_AXES = {"partner": 0, "category": 1, "work_package": 2}
_Key = int | str | None


def gathered(workspace: Workspace, project: Project, as_of: date) -> BudgetFacts:
    """The facts by the day; drafts and versions that are not in force yet are in none of them."""
    from collabdesk.usecases.budgets import chosen_basis, held, partner_names

    number = project.id or 0
    version = held(workspace, number, as_of)
    version_id = version.id if version else None
    basis = chosen_basis(workspace, number, version_id)
    funding, now = _funding(workspace, project, as_of)
    parts = _parts(workspace, number, version_id, basis)
    return BudgetFacts(
        version=version,
        basis=basis,
        parts=parts,
        partners=partner_names(workspace, (p.key for p in parts)),
        moved=_moved(workspace, version_id, as_of) if version_id else (),
        funding=funding,
        funding_now=now,
    )


def _parts(workspace: Workspace, project_id: int, version_id: int | None, basis: str) -> tuple[BudgetPart, ...]:
    where = {"project_id": project_id, "budget_version_id": version_id, "basis": basis}
    by = ("partner_id", "category", "work_package", "currency")
    found: dict[tuple[str, _Key, str], Decimal] = defaultdict(Decimal)
    for s in workspace.sums("budget", ("amount",), by=by, where=where):
        amount, unit = s.totals["amount"], s.key[3] or NO_CURRENCY
        if amount is not None:
            found["", None, unit] += amount
            for axis, place in _AXES.items():
                found[axis, s.key[place], unit] += amount
    # An axis of which no line says anything is no part of the budget.
    said = {axis for axis, key, _ in found if key not in (None, "")}
    return tuple(
        BudgetPart(axis=axis, key=key, unit=unit, amount=amount)
        for (axis, key, unit), amount in found.items()
        if not axis or axis in said
    )


def _moved(workspace: Workspace, version_id: int, as_of: date) -> tuple[MovedSum, ...]:
    from collabdesk.usecases.budgets import moved

    return tuple(
        MovedSum(
            unit=m.currency or NO_CURRENCY,
            moved=m.moved,
            budget=m.budget,
            limit=cast(Decimal, m.limit.value) if m.limit else None,
            limit_source=m.limit.source if m.limit else "",
            is_confirmed=m.limit.confirmed if m.limit else True,
            rule_pack=m.pack,
            since=m.since,
            ids=tuple(t.id for t in m.transfers),
        )
        for m in moved(workspace, version_id, as_of)
        if m.transfers
    )


def _funding(workspace: Workspace, project: Project, as_of: date) -> tuple[tuple[FundingChange, ...], Decimal | None]:
    """The amendments of the funding in effect, and the funding by the day: a later amendment is not counted yet."""
    from collabdesk.usecases.budgets.amendments import changes_of, in_order

    there = cast("list[Amendment]", workspace.find("amendment", project_id=project.id))
    found = [
        FundingChange(id=a.id or 0, code=a.code, effective=a.effective or a.date or "", old=c.old, new=c.new)
        for a in in_order(there)
        for c in changes_of(a)[0]
        if c.field == "funding"
    ]
    known = tuple(f for f in found if not f.effective or earliest(f.effective) <= as_of)
    # The project itself is as the day knows it: what a later amendment changed stands as it was.
    return known, project.funding
