"""Kinds of payments in the person's language."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_KINDS: dict[str, Any] = {
    "pre_financing": QT_TRANSLATE_NOOP("Payments", "Pre-financing"),
    "interim": QT_TRANSLATE_NOOP("Payments", "Interim payment"),
    "balance": QT_TRANSLATE_NOOP("Payments", "Balance"),
    "insurance_retention": QT_TRANSLATE_NOOP("Payments", "Mutual insurance withheld"),
    "insurance_release": QT_TRANSLATE_NOOP("Payments", "Mutual insurance released"),
    "distribution": QT_TRANSLATE_NOOP("Payments", "Distribution to a partner"),
    "recovery": QT_TRANSLATE_NOOP("Payments", "Recovery"),
    "programme_income": QT_TRANSLATE_NOOP("Payments", "Programme income"),
    "income_deducted": QT_TRANSLATE_NOOP("Payments", "Programme income deducted"),
    "income_added": QT_TRANSLATE_NOOP("Payments", "Programme income added"),
}


def kind_text(kind: str) -> str:
    """What a kind of payment is called."""
    known = _KINDS.get(kind)
    return QCoreApplication.translate("Payments", known) if known else kind
