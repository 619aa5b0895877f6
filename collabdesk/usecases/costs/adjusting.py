"""A declared item is corrected by another one that is linked to it; what was declared stays as it was."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import cast

from collabdesk.domain.costs import STATUSES, CostItem
from collabdesk.domain.problems import Refused
from collabdesk.usecases.workspace import Workspace

_FRESH = ("obligated", "paid", "period_obligated", "period_expended", "accepted", "units", "unit_price")
_ORIGIN = ("id", "batch_id", "table_no", "source_row", "source_column")


def adjust(workspace: Workspace, number: int, correct: Decimal, reason: str, declared_in: str = "") -> CostItem:
    """Say that a declared item should have been `correct` (in its currency): gives the new item with the difference.

    The old one becomes `adjusted` and keeps its amount, so that sums of both are right. `declared_in` is the period
    in which the difference is declared: an open one, where the item's own is closed.
    """
    if not reason.strip():
        raise Refused("Say why the item is adjusted: the reason stays on record.", "no-reason")
    old = workspace.get("cost", number)
    if not isinstance(old, CostItem):
        raise Refused("This cost item is not there any more.", "gone")
    difference = correct - (old.expended or Decimal(0))
    if not difference:
        raise Refused("The item has this amount already.", "same")
    name = old.code or old.description or f"cost item no. {old.id}"
    with workspace.changing(f"Adjust {name}: {reason.strip()}") as step:
        STATUSES.check(old.status, "adjusted")
        step.update(replace(old, status="adjusted"))
        blank = dict.fromkeys((*_FRESH, *_ORIGIN))
        new = replace(
            old,
            **blank,  # type: ignore[arg-type]
            uid="",
            version=1,
            code=_next_code(workspace, old),
            description=reason.strip(),
            expended=difference,
            status="entered",
            declared_in=declared_in,
            rejected_because="",
            cost_id=old.id,
        )
        return cast(CostItem, step.add(new))


def _next_code(workspace: Workspace, old: CostItem) -> str:
    """`C-7/2` is the second word on `C-7`."""
    if not old.code:
        return ""
    stem = old.code
    number = 2
    while workspace.count("cost", project_id=old.project_id, code=f"{stem}/{number}"):
        number += 1
    return f"{stem}/{number}"
