"""What the figures of a grant share: their pack in the inputs, what is unconfirmed in the note, and their basis."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from decimal import Decimal
from functools import partial
from typing import Final

from collabdesk.auditing.facts import Facts
from collabdesk.auditing.grant_facts import DECIDED, NO_CATEGORY, NOT_COUNTED, GrantCost, GrantFacts
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.rules import Outcome, Rule, plain
from collabdesk.domain.told import in_a_row, told
from collabdesk.usecases.figuring import Condition, figure, scope

EVERYONE: Final = 0
"""In place of a partner's id: all partners together."""


def maker(facts: Facts, grant: GrantFacts, group: str) -> Callable[..., Figure]:
    """`figure` for one grant: `names` are the pack's values that the figure rests on."""

    def make(
        rule: Rule,
        slug: str,
        outcome: Outcome,
        *,
        names: Iterable[str] = (),
        inputs: dict[str, object] | None = None,
        note: str | None = None,
        **more: object,
    ) -> Figure:
        notes = [n for n in (note, grant.note(*names), *grant.problems) if n]
        given: dict[str, object] = {**grant.named, **(inputs or {})}
        # What the grant states itself in place of the pack's value is an input like any other.
        given |= {
            told("{name} of the grant", name=name): _told(grant, name) for name in names if name in grant.overrides
        }
        build = partial(figure, facts, group, rule, slug, outcome, inputs=given, note=in_a_row(notes) or None)
        return build(**more)  # type: ignore[arg-type]

    return partial(make, money=grant.currency or NO_CURRENCY)


def _told(grant: GrantFacts, name: str) -> object:
    value = grant.pack.get(name)
    return value.value if value is not None else None


def code_slug(code: str) -> str:
    """A category's code as a part of a figure's id: `A.1` is `a-1`."""
    return re.sub(r"[^a-z0-9]+", "-", code.lower()).strip("-") or "none"


def percent(value: object) -> str:
    """A share of one as an input names it: `25 %`."""
    return f"{plain(value * 100):f} %" if isinstance(value, Decimal) else "not recorded"


def cost_basis(
    facts: Facts, grant: GrantFacts, *, partner_id: int | None = EVERYONE, codes: Collection[str] | None = None,
    words: Collection[str] | None = None,
) -> tuple[Basis, ...]:  # fmt: skip
    """The cost items behind an amount: of everyone or one partner, of all categories or some (by code or word)."""
    wanted = [c for c in grant.costs if partner_id in (EVERYONE, c.partner_id)]
    if codes is not None:
        wanted = [c for c in wanted if _code(grant, c) in codes]
    if words is not None:
        wanted = [c for c in wanted if (c.category or NO_CATEGORY) in words]
    is_narrow = codes is not None or words is not None
    found = dict.fromkeys(
        counted
        for cost in wanted
        for counted in counted_cells(cost.status, _condition(facts, cost, partner_id, by_category=is_narrow))
    )
    return tuple(Basis("cost", field, where=where) for field, where in found)


def counted_cells(status: str, where: Condition) -> Iterator[tuple[str, Condition]]:
    """Which field of the costs of a status counts: what was accepted, else what was recorded where none is stated."""
    if status in DECIDED:
        yield "accepted", where
    if status not in DECIDED:
        yield "expended", where
    elif status not in NOT_COUNTED:
        yield "expended", (*where, ("accepted", None))


def _code(grant: GrantFacts, cost: GrantCost) -> str:
    category = grant.pack.category(cost.category)
    return category.code if category else ""


def _condition(facts: Facts, cost: GrantCost, partner_id: int | None, *, by_category: bool) -> Condition:
    where: Condition = (*scope(facts), ("status", cost.status))
    if partner_id != EVERYONE:
        where += (("partner_id", partner_id),)
    return (*where, ("category", cost.category)) if by_category else where


def rates_of(grant: GrantFacts, partner_id: int | None = EVERYONE) -> tuple[str, ...]:
    """The pack's choice of a rate, where a cost of everyone or of one partner was converted."""
    its = (c for c in grant.costs if partner_id in (EVERYONE, c.partner_id))
    return ("rate_choice",) if any(c.is_converted for c in its) else ()


def effort_basis(grant: GrantFacts, *, partner_id: int | None = EVERYONE, field: str = "days") -> tuple[Basis, ...]:
    """The effort behind personnel costs by days."""
    its = (e for e in grant.efforts if partner_id in (EVERYONE, e.partner_id))
    ids = tuple(i for e in its for i in e.ids)
    return (Basis("effort", field, ids=ids),) if ids else ()


def days_of_periods(grant: GrantFacts) -> tuple[Basis, ...]:
    """The days of the reporting periods: they place effort, and a period's mean rate is of them."""
    ids = tuple(p.id or 0 for p in grant.periods)
    return tuple(Basis("reporting_period", field, ids=ids) for field in ("start", "end") if ids)


def with_effort(grant: GrantFacts, basis: tuple[Basis, ...], partner_id: int | None = EVERYONE) -> Iterator[Basis]:
    """The costs, and the effort where it counts."""
    yield from basis
    yield from effort_basis(grant, partner_id=partner_id)
    yield from effort_basis(grant, partner_id=partner_id, field="cost")
    yield from effort_basis(grant, partner_id=partner_id, field="working_time")
    yield from days_of_periods(grant)
