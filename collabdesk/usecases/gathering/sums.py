"""Sums of SQL as facts hold them: by unit, and without what was not known yet on the day."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

from collabdesk.domain.money import NO_CURRENCY
from collabdesk.usecases.known_by import Where
from collabdesk.usecases.workspace import Workspace


def unit_of(currency: str | None, account: str | None = "") -> str:
    """The unit of account where there is one, else the currency."""
    return account or currency or NO_CURRENCY


def less(whole: Any, field: str, *parts: Any) -> Decimal | None:
    """The total of a field without the parts not yet known; None where no record is left that states it."""
    taken = [p for p in parts if p is not None]
    if not taken:
        return whole.totals[field] if whole.counts[field] else None
    if whole.counts[field] - sum(p.counts[field] for p in taken) == 0:
        return None
    return cast("Decimal", whole.totals[field]) - sum((p.totals[field] or Decimal(0) for p in taken), Decimal(0))


def sums_by_key(
    ws: Workspace, noun: str, fields: tuple[str, ...], by: tuple[str, ...], where: Where
) -> dict[tuple[Any, ...], Any]:
    """The sums by their keys."""
    return {s.key: s for s in ws.sums(noun, fields, by=by, where=where)}
