"""Dates as people type them."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from collabdesk.ui.texts import locale

_DAY = ("d MMM yyyy", "d MMMM yyyy", "d.M.yyyy", "d. MMM yyyy", "yyyy-M-d", "MMM d, yyyy", "MMMM d, yyyy")
_MONTH = ("MMM yyyy", "MMMM yyyy", "yyyy-M")


def read_date(text: str) -> str | None:
    """`14 Mar 2025`, `2025-03-14`, `14.3.2025`, `Mar 2025` or `2025` as ISO text of that precision; "" is None.

    ValueError, with a sentence, for anything else. `3/4/2025` is refused, for it may mean two days.
    """
    typed = " ".join(text.replace("–", " ").split())
    if not typed:
        return None
    if re.fullmatch(r"(19|20)\d\d", typed):
        return typed
    for here in (locale(), QLocale(QLocale.Language.English)):
        for formats, cut in ((_DAY, 10), (_MONTH, 7)):
            for pattern in formats:
                day = here.toDate(typed, pattern)
                if day.isValid() and day.year() >= 1900:
                    return day.toString("yyyy-MM-dd")[:cut]
    example = locale().toString(QDate(2025, 3, 14), "d MMM yyyy")
    sentence = QCoreApplication.translate("Dates", "“{text}” is not a date. Write it like {example}.")
    raise ValueError(sentence.format(text=typed, example=example))
