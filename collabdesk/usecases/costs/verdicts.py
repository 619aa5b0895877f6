"""A cost item's way: checked, declared in a reporting period, accepted or rejected by the funder."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from collabdesk.domain.costs import CostItem
from collabdesk.domain.problems import Refused
from collabdesk.domain.rules import plain
from collabdesk.usecases.changes import Change
from collabdesk.usecases.declaring import declare_many
from collabdesk.usecases.moving import move_many
from collabdesk.usecases.workspace import Workspace


def check(workspace: Workspace, ids: Collection[int]) -> Change:
    """Say that these items were checked."""
    return move_many(workspace, "cost", ids, "checked", f"Check {_items(ids)}")


def declare(workspace: Workspace, ids: Collection[int], period: str) -> Change:
    """Declare these items in the reporting period with this code, which must be one of their project."""

    def stated(item: CostItem) -> None:
        if item.expended is None:
            raise Refused(f"{_called(item)} states no amount spent, so there is nothing to declare.", "no-amount")

    return declare_many(workspace, "cost", ids, period, _items(ids), stated)


def accept(workspace: Workspace, ids: Collection[int], amount: Decimal | None = None, reason: str = "") -> Change:
    """The funder accepts these items: wholly, or one of them with a smaller `amount` (in its currency) and the reason.

    Refused where the amount is more than was spent, or less without a reason.
    """
    if amount is not None and len(ids) != 1:
        raise Refused("One item at a time is accepted in part.", "one-at-a-time")
    label = f"Accept {_items(ids)}" + (f" with {plain(amount):f}: {reason}" if amount is not None and reason else "")

    def accepted(item: CostItem) -> dict[str, Any]:
        spent = item.expended or Decimal(0)
        given = spent if amount is None else amount
        if abs(given) > abs(spent) or given * spent < 0:
            raise Refused(
                f"{_called(item)}: of {plain(spent):f} spent, {plain(given):f} cannot be accepted.", "too-much"
            )
        if given != spent and not reason.strip():
            raise Refused(f"{_called(item)} is accepted in part: say why the rest is not.", "no-reason")
        return {"accepted": given, "rejected_because": reason.strip() if given != spent else ""}

    return move_many(workspace, "cost", ids, "accepted", label, accepted)


def reject(workspace: Workspace, ids: Collection[int], reason: str) -> Change:
    """The funder rejects these items, for a reason that is kept."""
    if not reason.strip():
        raise Refused("Say why the funder rejects it: the reason stays on record.", "no-reason")
    fields = {"accepted": Decimal(0), "rejected_because": reason.strip()}
    return move_many(workspace, "cost", ids, "rejected", f"Reject {_items(ids)}: {reason.strip()}", lambda _: fields)


def _items(ids: Collection[int]) -> str:
    return "1 cost item" if len(ids) == 1 else f"{len(ids)} cost items"


def _called(item: CostItem) -> str:
    return item.code or item.description or f"Cost item no. {item.id}"
