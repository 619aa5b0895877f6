"""What is known of a project's budget in force on a day: its version, its parts, what was moved, what was amended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from collabdesk.domain.budget_versions import BudgetVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetPart:
    """The lines of one partner (its id), category or work package in one currency; `axis` "" is the whole budget."""

    axis: str
    key: int | str | None
    unit: str
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedSum:
    """What the transfers that count have moved in one currency, since the budget called `since`.

    `limit` is the rule pack's share, None where it records none; `ids` are the transfers' records.
    """

    unit: str
    moved: Decimal
    budget: Decimal
    limit: Decimal | None
    limit_source: str
    is_confirmed: bool
    rule_pack: str
    since: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingChange:
    """What an amendment that is in effect made of the funding; `id` is the amendment's."""

    id: int
    code: str
    effective: str
    old: Decimal | None
    new: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetFacts:
    """`version` is the one in force, None for the budget as imported; `basis` that of its lines.

    `partners` names those of the parts. `funding` are the amendments of the funding in effect, the first one first;
    `funding_now` what they come to.
    """

    version: BudgetVersion | None
    basis: str
    parts: tuple[BudgetPart, ...]
    partners: Mapping[int, str] = field(default_factory=dict)
    moved: tuple[MovedSum, ...] = ()
    funding: tuple[FundingChange, ...] = ()
    funding_now: Decimal | None = None
