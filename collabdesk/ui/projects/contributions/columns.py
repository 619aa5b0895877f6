"""Columns of contributions, credit events, scales and assessments, and of the tables over them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.contributions import FORMS, PURPOSES
from collabdesk.ui.columns import Column, Row, money, status
from collabdesk.ui.columns import day as shown_day
from collabdesk.ui.entry import EntryColumn, amount, choice, day, percent, quantity, reference, words
from collabdesk.ui.entry.here import Here
from collabdesk.ui.entry.kinds import Amount
from collabdesk.ui.texts import amount_text, days_text, money_text, share_text, status_text


@dataclass(frozen=True, slots=True)
class UnitAmount(Amount):
    """An amount in the unit of account that its row agrees on, or in its currency."""

    def show(self, row: Row, here: Here | None) -> str:
        return money_text(row.get(self.field), row.get("unit_of_account") or row.get("currency") or "")

    def read(self, text: str, row: Row, here: Here | None) -> Mapping[str, Any]:
        unit = str(row.get("unit_of_account") or "")
        typed = text.strip()
        if unit and typed.upper().endswith(unit.upper()):
            typed = typed[: -len(unit)]
        # The zero-argument super() does not find a class that dataclass(slots=True) made anew.
        return Amount.read(self, typed, row, here)


def valued(title: object, field: str, **more: Any) -> EntryColumn:
    """An exact amount in the unit of account, or in the currency."""
    return EntryColumn(
        title, field, **{"read": lambda text: text, "kind": "number", "width": 140, **more}, cell=UnitAmount(field)
    )


_PARTNER = QT_TRANSLATE_NOOP("Columns", "Partner")
_CURRENCY = QT_TRANSLATE_NOOP("Columns", "Currency")
_UNIT = QT_TRANSLATE_NOOP("Columns", "Unit of account")
_MILESTONE = QT_TRANSLATE_NOOP("Columns", "Milestone")
_DUE = QT_TRANSLATE_NOOP("Columns", "Due")


def purpose_text(word: str) -> str:
    """What a contribution is for; "" is an ordinary one."""
    return status_text(word or "ordinary")


PLEDGES: tuple[EntryColumn, ...] = (
    reference("partner", _PARTNER, width=190),
    words(QT_TRANSLATE_NOOP("Columns", "Contribution"), "title", width=170),
    choice(QT_TRANSLATE_NOOP("Columns", "Form"), "form", FORMS, is_open=True, width=84),
    valued(QT_TRANSLATE_NOOP("Columns", "Pledged"), "pledged"),
    valued(QT_TRANSLATE_NOOP("Columns", "Called"), "called"),
    valued(QT_TRANSLATE_NOOP("Columns", "Received"), "received"),
    day(_DUE, "due"),
    day(QT_TRANSLATE_NOOP("Columns", "Received on"), "received_on"),
    words(_CURRENCY, "currency", width=86),
    words(_UNIT, "unit_of_account", width=126),
    choice(QT_TRANSLATE_NOOP("Columns", "Purpose"), "purpose", PURPOSES, word=purpose_text, width=110),
    words(QT_TRANSLATE_NOOP("Columns", "Year"), "year", width=70),
    reference("milestone", _MILESTONE, width=110),
)
GRANTS: tuple[EntryColumn, ...] = (
    valued(QT_TRANSLATE_NOOP("Columns", "Granted"), "amount"),
    valued(QT_TRANSLATE_NOOP("Columns", "Kept itself"), "net_amount"),
    valued(QT_TRANSLATE_NOOP("Columns", "Total cost"), "total_cost"),
    valued(QT_TRANSLATE_NOOP("Columns", "Own"), "own"),
    valued(QT_TRANSLATE_NOOP("Columns", "Public"), "public"),
    valued(QT_TRANSLATE_NOOP("Columns", "Private"), "private"),
    valued(QT_TRANSLATE_NOOP("Columns", "In kind"), "in_kind"),
)
"""What lists of funders hold; shown where something stands in them."""
CREDITS: tuple[Column, ...] = (
    words(QT_TRANSLATE_NOOP("Columns", "No."), "code", width=84),
    words(QT_TRANSLATE_NOOP("Columns", "Credit event"), "title", width=200),
    reference("partner", _PARTNER, width=170),
    valued(QT_TRANSLATE_NOOP("Columns", "Value"), "amount", width=130),
    reference("milestone", _MILESTONE, width=104),
    day(_DUE, "due"),
    status(QT_TRANSLATE_NOOP("Columns", "Status"), "status", sort="status"),
    shown_day(QT_TRANSLATE_NOOP("Columns", "Credited on"), "credited_on"),
    words(QT_TRANSLATE_NOOP("Columns", "Evidence"), "evidence", width=180),
    reference("contribution", QT_TRANSLATE_NOOP("Columns", "Contribution"), width=160),
    words(_UNIT, "unit_of_account", width=126),
    words(_CURRENCY, "currency", width=86),
)
ASSESSMENTS: tuple[EntryColumn, ...] = (
    words(QT_TRANSLATE_NOOP("Columns", "Year"), "year", width=80),
    words(QT_TRANSLATE_NOOP("Columns", "Title"), "title", width=0),
    amount(QT_TRANSLATE_NOOP("Columns", "Assessed in all"), "total"),
    words(_CURRENCY, "currency", width=86),
    day(_DUE, "due"),
)
SCALE: tuple[EntryColumn, ...] = (
    words(QT_TRANSLATE_NOOP("Columns", "Year"), "year", width=80),
    reference("partner", QT_TRANSLATE_NOOP("Columns", "Member"), width=0),
    words(QT_TRANSLATE_NOOP("Columns", "Country"), "country", width=90),
    percent(QT_TRANSLATE_NOOP("Columns", "Share"), "share", width=110),
    amount(QT_TRANSLATE_NOOP("Columns", "Base"), "base"),
    words(_CURRENCY, "currency", width=86),
    words(QT_TRANSLATE_NOOP("Columns", "Source"), "source", width=200),
)
PARTICIPATIONS: tuple[Column, ...] = (
    words(QT_TRANSLATE_NOOP("Columns", "Number"), "code", width=90),
    reference("partner", _PARTNER, width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Country"), "country", width=90),
    choice(
        QT_TRANSLATE_NOOP("Columns", "Role"), "role",
        ("coordinator", "beneficiary", "affiliated_entity", "associated_partner", "third_party", "subrecipient"),
        is_open=True, width=170,
    ),
    quantity(QT_TRANSLATE_NOOP("Columns", "Votes"), "votes", width=84),
    percent(QT_TRANSLATE_NOOP("Columns", "Funding rate"), "funding_rate", width=118),
    words(QT_TRANSLATE_NOOP("Columns", "End"), "end", width=110),
    status(QT_TRANSLATE_NOOP("Columns", "Status"), "status"),
)  # fmt: skip

CONTRIBUTIONS: tuple[Column, ...] = (
    Column(_PARTNER, "partner_name", width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Contribution"), "title", width=180),
    Column(QT_TRANSLATE_NOOP("Columns", "Form"), "form", show=status_text, width=90),
    *(money(c.title, c.field) for c in (*GRANTS[:3], *PLEDGES[3:6], *GRANTS[3:])),
    shown_day(_DUE, "due"),
    shown_day(QT_TRANSLATE_NOOP("Columns", "Received on"), "received_on"),
)
"""Contributions where they are only looked at: those of a partner in all its projects."""


def _alarm(field: str) -> Any:
    return lambda row: "warn" if (getattr(row, field) or 0) > 0 else ""


def _counted(_row: Row) -> str:
    return QCoreApplication.translate(
        "Contributions", "What counts is the larger of what is recorded as received and what credit events credited."
    )


def _bare(title: object, field: str, **more: Any) -> Column:
    """An amount whose unit stands in a column of its own, for rows of several units."""
    return Column(title, field, show=amount_text, kind="number", **{"width": 132, **more})


BY_PARTNER = (
    Column(_PARTNER, "partner", width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Unit"), "currency", width=60),
    _bare(QT_TRANSLATE_NOOP("Columns", "Granted"), "amount"),
    _bare(QT_TRANSLATE_NOOP("Columns", "Pledged"), "pledged"),
    _bare(QT_TRANSLATE_NOOP("Columns", "Called"), "called"),
    _bare(QT_TRANSLATE_NOOP("Columns", "Received"), "received", tip=_counted),
    _bare(QT_TRANSLATE_NOOP("Columns", "By events"), "credited", tip=_counted),
    Column(QT_TRANSLATE_NOOP("Columns", "Delivered"), "delivery", show=share_text, kind="share", width=112),
    _bare(QT_TRANSLATE_NOOP("Columns", "Past due"), "short", tone=_alarm("short")),
    Column(QT_TRANSLATE_NOOP("Columns", "Late by"), "late_days", show=days_text, kind="number", width=80,
           tone=_alarm("late_days")),
)  # fmt: skip
YEARS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Year"), "year", width=76),
    Column(QT_TRANSLATE_NOOP("Columns", "Member"), "member", width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Share"), "share", show=lambda v: share_text(v, 4), kind="number", width=110),
    money(QT_TRANSLATE_NOOP("Columns", "Assessed"), "assessed", width=140),
    money(QT_TRANSLATE_NOOP("Columns", "Received"), "received", width=140),
    money(QT_TRANSLATE_NOOP("Columns", "Arrears of the year"), "arrears", width=150, tone=_alarm("arrears")),
    money(QT_TRANSLATE_NOOP("Columns", "Arrears in all"), "running", width=140, tone=_alarm("running")),
)
