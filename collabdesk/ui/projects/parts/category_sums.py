"""Budget against costs, by category and currency."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.ui.columns import Column, money
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.parts.sums_table import SumsTable
from collabdesk.ui.texts import share_text


@dataclass(frozen=True, slots=True)
class CategorySum:
    """One category in one currency; `used` is expended / planned."""

    category: str
    currency: str
    planned: Decimal | None
    expended: Decimal | None
    left: Decimal | None
    used: Decimal | None


COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Category"), "category", width=0),
    money(QT_TRANSLATE_NOOP("Columns", "Budget"), "planned"),
    money(QT_TRANSLATE_NOOP("Columns", "Expended"), "expended"),
    money(QT_TRANSLATE_NOOP("Columns", "Left"), "left"),
    Column(QT_TRANSLATE_NOOP("Columns", "Used"), "used", show=share_text, kind="share", width=220),
)


def category_sums(desk: Desk, project_id: int) -> list[CategorySum]:
    """Categories by name. Only lines of the basis `budget` count as planned; bases are never added together."""
    by, where = ("category", "currency"), {"project_id": project_id}
    planned = desk.workspace.sums("budget", ("amount",), by=by, where=where | {"basis": "budget"})
    spent = desk.workspace.sums("cost", ("expended",), by=by, where=where)
    plan = {_key(part.key): part.totals["amount"] for part in planned}
    used = {_key(part.key): part.totals["expended"] for part in spent}
    return [_sum(key, plan.get(key), used.get(key)) for key in sorted(plan.keys() | used.keys())]


def _key(key: tuple[Any, ...]) -> tuple[str, str]:
    return key[0] or "", key[1] or ""


def _sum(key: tuple[str, str], plan: Decimal | None, used: Decimal | None) -> CategorySum:
    left = plan - used if plan is not None and used is not None else None
    return CategorySum(*key, plan, used, left, used / plan if used is not None and plan else None)


class CategorySums(SumsTable):
    """The sums as a table."""

    def __init__(self, desk: Desk, project_id: int) -> None:
        super().__init__(
            desk,
            lambda: category_sums(desk, project_id),
            lambda _rows: COLUMNS,
            frozenset({"budget", "cost"}),
            QCoreApplication.translate("CategorySums", "No budget and no costs are recorded."),
        )
