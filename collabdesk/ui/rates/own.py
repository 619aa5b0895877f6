"""Own tables of rates, typed as in a spreadsheet."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.exchange_rates import KINDS
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry import EntryPanel, choice, day, quantity, reference, words

_KINDS: dict[str, Any] = {
    "day": QT_TRANSLATE_NOOP("Rates", "Of a day"),
    "month_average": QT_TRANSLATE_NOOP("Rates", "Average of a month"),
    "period_average": QT_TRANSLATE_NOOP("Rates", "Average of a period"),
    "agreed": QT_TRANSLATE_NOOP("Rates", "Agreed"),
}


def kind_text(kind: str) -> str:
    """A kind of rate in the person's language."""
    known = _KINDS.get(kind)
    return QCoreApplication.translate("Rates", known) if known else kind


def own_rates(desk: Desk) -> EntryPanel:
    """The table: one line is one rate."""
    return EntryPanel(
        desk,
        "exchange_rate",
        (
            words(QT_TRANSLATE_NOOP("Columns", "1 unit of"), "base", width=100),
            words(QT_TRANSLATE_NOOP("Columns", "is worth, in"), "quote", width=100),
            quantity(QT_TRANSLATE_NOOP("Columns", "Rate"), "rate", width=100),
            choice(QT_TRANSLATE_NOOP("Columns", "Kind"), "kind", KINDS, word=kind_text, width=140),
            day(QT_TRANSLATE_NOOP("Columns", "From"), "start", begins=True),
            day(QT_TRANSLATE_NOOP("Columns", "To"), "end"),
            words(QT_TRANSLATE_NOOP("Columns", "Table"), "series", width=100),
            words(QT_TRANSLATE_NOOP("Columns", "Source"), "source", width=0),
            reference("project", QT_TRANSLATE_NOOP("Columns", "Only for project"), "project_id", width=120),
        ),
        fixed={},
        defaults={"kind": "day"},
        called=QCoreApplication.translate("Rates", "exchange rates"),
        search_hint=QCoreApplication.translate("Rates", "Search rates"),
        placeholder=QCoreApplication.translate(
            "Rates", "No rate of your own is recorded. Type one below, paste from a spreadsheet, or import a file."
        ),
        also=("project",),
    )
