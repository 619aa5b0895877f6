"""Budget against costs, by category and currency."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from collabdesk.ui.columns import Column, in_one_currency, money
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
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


class CategorySums(QWidget):
    """A table over the sums; looks again when budget or costs change."""

    def __init__(self, desk: Desk, project_id: int) -> None:
        super().__init__()
        self._desk, self._project = desk, project_id
        rows = category_sums(desk, project_id)
        self._model = MemoryRows(in_one_currency(COLUMNS, (row.currency for row in rows)), rows)
        self._model.setParent(self)
        self.table = TableView(self._model, desk.theme, placeholder=self.tr("No budget and no costs are recorded."))
        frame = QFrame()
        frame.setProperty("framed", True)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        desk.changed.connect(self._hear)

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if {"budget", "cost"} & change.nouns:
            self._model.show(category_sums(self._desk, self._project))
