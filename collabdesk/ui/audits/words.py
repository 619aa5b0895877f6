"""How an answer and an outcome read in the window."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_STANCES: dict[str, Any] = {
    "agree": QT_TRANSLATE_NOOP("Responses", "Agrees"),
    "partly": QT_TRANSLATE_NOOP("Responses", "Agrees in part"),
    "disagree": QT_TRANSLATE_NOOP("Responses", "Disagrees"),
}
_OUTCOMES: dict[str, Any] = {
    "corrected": QT_TRANSLATE_NOOP("FollowUp", "Corrected"),
    "partly_corrected": QT_TRANSLATE_NOOP("FollowUp", "Partly corrected"),
    "not_corrected": QT_TRANSLATE_NOOP("FollowUp", "Not corrected"),
    "differs": QT_TRANSLATE_NOOP("FollowUp", "Corrected otherwise than planned"),
    "no_longer_valid": QT_TRANSLATE_NOOP("FollowUp", "No longer valid"),
}
_STANCE_TONES = {"agree": "good", "partly": "warn", "disagree": "bad"}
_OUTCOME_TONES = {"corrected": "good", "partly_corrected": "warn", "not_corrected": "bad", "differs": "info"}


def stance_text(stance: str) -> str:
    """`Agrees in part`."""
    return QCoreApplication.translate("Responses", _STANCES.get(stance, stance))


def stance_tone(stance: str) -> str:
    """The colour of an answer."""
    return _STANCE_TONES.get(stance, "neutral")


def outcome_text(outcome: str) -> str:
    """`Not corrected`; "" for none yet."""
    return QCoreApplication.translate("FollowUp", _OUTCOMES.get(outcome, outcome)) if outcome else ""


def outcome_tone(outcome: str) -> str:
    """The colour of an outcome."""
    return _OUTCOME_TONES.get(outcome, "neutral")
