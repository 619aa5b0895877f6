"""Dates as people type them."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from collabdesk.ui.texts import locale

_NUMBERS = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})")
_PIVOT = 70  # years of two digits, as intake reads them
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


def read_day(text: str) -> str | None:
    """As `read_date`, and `3/4/2025` in the order of the person's locale: where it can be seen what was understood."""
    found = _NUMBERS.fullmatch(" ".join(text.split()))
    if found is None:
        return read_date(text)
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    pattern = locale().dateFormat(QLocale.FormatType.ShortFormat).lower()
    is_month_first = pattern.find("m") < pattern.find("d") and "." not in text
    year = year if year > 99 else year + (2000 if year < _PIVOT else 1900)
    as_written, other_way = QDate(year, second, first), QDate(year, first, second)
    if is_month_first:
        as_written, other_way = other_way, as_written
    day = as_written if as_written.isValid() else other_way  # 31/12 can only be one
    return day.toString("yyyy-MM-dd") if day.isValid() else read_date(text)


def day_for_spreadsheets(day: str) -> str:
    """A whole day in the short form of the person's locale with all four digits of the year: `14/03/2025`."""
    pattern = locale().dateFormat(QLocale.FormatType.ShortFormat)
    pattern = pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")
    return locale().toString(QDate.fromString(day, "yyyy-MM-dd"), pattern)
