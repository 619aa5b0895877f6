"""What each partner of a project was granted, pledged and has brought, summed by currency."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.ui.columns import Column, money
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.parts.sums_table import SumsTable
from collabdesk.ui.texts import share_text

_FIELDS = ("amount", "total_cost", "pledged", "received")


@dataclass(frozen=True, slots=True)
class PartnerSum:
    """One partner's sums in one currency."""

    partner: str
    country: str
    currency: str
    amount: Decimal | None
    total_cost: Decimal | None
    pledged: Decimal | None
    received: Decimal | None
    share: Decimal | None
    delivery: Decimal | None


COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Partner"), "partner", width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Country"), "country", width=70),
    money(QT_TRANSLATE_NOOP("Columns", "Granted"), "amount"),
    Column(QT_TRANSLATE_NOOP("Columns", "Share"), "share", show=share_text, kind="share", width=116),
    money(QT_TRANSLATE_NOOP("Columns", "Total cost"), "total_cost"),
    money(QT_TRANSLATE_NOOP("Columns", "Pledged"), "pledged"),
    money(QT_TRANSLATE_NOOP("Columns", "Received"), "received"),
    Column(QT_TRANSLATE_NOOP("Columns", "Delivered"), "delivery", show=share_text, kind="share", width=116),
)


def partner_sums(desk: Desk, project_id: int) -> list[PartnerSum]:
    """The largest grants first. A share is of all grants in the same currency."""
    by = ("partner_name", "partner_country", "currency")
    sums = desk.workspace.sums("contribution", _FIELDS, by=by, where={"project_id": project_id})
    whole: dict[str, Decimal] = {}
    for part in sums:
        whole[part.key[2]] = whole.get(part.key[2], Decimal(0)) + (part.totals["amount"] or Decimal(0))
    rows = [_sum(part.key, part.totals, whole) for part in sums]
    return sorted(rows, key=lambda r: (r.currency, -(r.amount or Decimal(0)), r.partner))


def _sum(key: tuple[Any, ...], totals: Any, whole: dict[str, Decimal]) -> PartnerSum:
    name, country, currency = (part or "" for part in key)
    amount, cost, pledged, received = (totals[field] for field in _FIELDS)
    share = amount / whole[currency] if amount and whole[currency] else None
    delivery = (received or Decimal(0)) / pledged if pledged else None
    return PartnerSum(name, country, currency, amount, cost, pledged, received, share, delivery)


def _is_used(column: Column, rows: list[PartnerSum]) -> bool:
    return column.kind == "text" or any(column.of(row) is not None for row in rows)


class PartnerSums(SumsTable):
    """The sums as a table; only the columns in which something stands."""

    def __init__(self, desk: Desk, project_id: int) -> None:
        super().__init__(
            desk,
            lambda: partner_sums(desk, project_id),
            lambda rows: [c for c in COLUMNS if _is_used(c, rows)],
            frozenset({"contribution", "partner"}),
            QCoreApplication.translate("PartnerSums", "No contributions are recorded."),
        )
