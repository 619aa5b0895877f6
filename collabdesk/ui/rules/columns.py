"""How packs, their values and their categories are written in tables."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.pack_values import kind_of, title_of
from collabdesk.domain.packs import Category, Pack, PackValue
from collabdesk.ui.columns import Column
from collabdesk.ui.texts import DASH, date_text, moment_text, money_text, quantity_text, share_text, yes_text
from collabdesk.usecases.rules import Offered

_MODES: dict[str, Any] = {
    "actual": QT_TRANSLATE_NOOP("Rules", "Actual costs"),
    "lump_sum": QT_TRANSLATE_NOOP("Rules", "Lump sum"),
}
_CHOICES: dict[str, Any] = {
    "day": QT_TRANSLATE_NOOP("Rules", "Rate of the day"),
    "month_average": QT_TRANSLATE_NOOP("Rules", "Average of the month"),
    "period_average": QT_TRANSLATE_NOOP("Rules", "Average of the period"),
}


def mode_text(mode: str) -> str:
    """A cost model in the person's language."""
    known = _MODES.get(mode)
    return QCoreApplication.translate("Rules", known) if known else mode


def value_text(value: PackValue, currency: str) -> str:
    """A pack's value as people read it: a share in per cent, an amount with the pack's currency."""
    kind = kind_of(value.name)
    form = kind.form if kind else "text"
    given = value.value
    if isinstance(given, bool):
        return yes_text(given)
    if isinstance(given, tuple):
        if form == "share":
            return " – ".join(share_text(Decimal(part), 0) for part in given)
        return ", ".join(given)
    if isinstance(given, str):
        known = _CHOICES.get(given)
        return QCoreApplication.translate("Rules", known) if known else given
    if form == "share":
        return share_text(given, 0 if given * 100 == round(given * 100) else 2)
    if form == "amount":
        return money_text(given, currency, 0 if given == round(given) else 2)
    return quantity_text(given)


def dates_text(since: str, until: str) -> str:
    """The award dates that something is for: `from 1 October 2024`."""
    if since and until:
        return f"{date_text(since)} – {date_text(until)}"
    if since:
        return QCoreApplication.translate("Rules", "from {day}").format(day=date_text(since))
    if until:
        return QCoreApplication.translate("Rules", "to {day}").format(day=date_text(until))
    return QCoreApplication.translate("Rules", "any day")


def _standing(value: PackValue | Category) -> str:
    if isinstance(value, PackValue) and value.from_override:
        return QCoreApplication.translate("Rules", "Stated by the grant")
    if value.confirmed:
        return QCoreApplication.translate("Rules", "Confirmed")
    return QCoreApplication.translate("Rules", "Unconfirmed")


def _tone(value: PackValue | Category) -> str:
    return "" if value.confirmed else "warn"


def _loaded(one: Offered) -> str:
    if one.record_id is None:
        return QCoreApplication.translate("Rules", "With the program")
    said = QCoreApplication.translate("Rules", "Loaded by {person}, {day}")
    return said.format(person=one.loaded_by, day=moment_text(one.loaded_at))


PACKS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Rule pack"), lambda o: o.pack.title, width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Version"), lambda o: o.pack.version, width=180),
    Column(
        QT_TRANSLATE_NOOP("Columns", "For awards"), lambda o: dates_text(o.pack.since, o.pack.until), width=190,
        tone=lambda _: "secondary",
    ),
    Column(QT_TRANSLATE_NOOP("Columns", "Pays"), lambda o: mode_text(o.pack.mode), width=120),
    Column(QT_TRANSLATE_NOOP("Columns", "From"), _loaded, width=220, tone=lambda _: "secondary"),
)  # fmt: skip


def values(pack_of: Callable[[], Pack]) -> tuple[Column, ...]:
    """Columns of a pack's values; `pack_of` gives the pack that is shown."""
    return (
        Column(QT_TRANSLATE_NOOP("Columns", "Value"), lambda v: title_of(v.name), width=310, tip=lambda v: v.name),
        Column(
            QT_TRANSLATE_NOOP("Columns", "Is"), lambda v: value_text(v, pack_of().currency), width=120, kind="number",
            tip=lambda v: value_text(v, pack_of().currency),
        ),
        Column(QT_TRANSLATE_NOOP("Columns", "Standing"), _standing, width=150, tone=_tone),
        Column(QT_TRANSLATE_NOOP("Columns", "Source"), "source", width=0, tip=lambda v: v.source),
        Column(
            QT_TRANSLATE_NOOP("Columns", "Note"), "note", show=lambda n: n or DASH, width=170, tip=lambda v: v.note,
            tone=lambda _: "secondary",
        ),
    )  # fmt: skip


CATEGORIES = (
    Column(QT_TRANSLATE_NOOP("Columns", "Code"), "code", width=90),
    Column(QT_TRANSLATE_NOOP("Columns", "Category"), "title", width=270),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Bears indirect costs"), "in_indirect_base", show=yes_text, width=160
    ),
    Column(QT_TRANSLATE_NOOP("Columns", "Standing"), _standing, width=120, tone=_tone),
    Column(QT_TRANSLATE_NOOP("Columns", "Source"), "source", width=0, tip=lambda c: c.source),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Note"), "note", show=lambda n: n or DASH, width=220, tip=lambda c: c.note,
        tone=lambda _: "secondary",
    ),
)  # fmt: skip
