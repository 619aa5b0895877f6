"""Months of a project: M1 is the month that begins on its first day; days read and told as such."""

from __future__ import annotations

import re
from datetime import date

from collabdesk.domain.dates import IsoDate, earliest, latest
from collabdesk.domain.problems import Refused
from collabdesk.domain.spans import months_of

_MONTH = re.compile(r"\s*[Mm]\s*(\d{1,3})\s*")
_LAST = 600  # months; half a century


def month_in(text: str) -> int | None:
    """The number in `M6`; None where the text is no project month. Refused for a month that no project has."""
    found = _MONTH.fullmatch(text)
    if found is None:
        return None
    number = int(found.group(1))
    if not 1 <= number <= _LAST:
        raise Refused(f"There is no project month {text.strip()}: M1 is the first.", "no-month")
    return number


def day_in_month(number: int, start: str | None, *, is_first: bool = False) -> IsoDate:
    """The last day of project month `number` (or its first): a due month is over when it ends.

    Refused where the project has no first day to count from.
    """
    if not start:
        raise Refused("The project has no start, so its months cannot be counted. Give the day instead.", "no-start")
    span = months_of(earliest(start), number)
    return IsoDate((span.first if is_first else span.last).isoformat())


def month_of(day: str | None, start: str | None) -> int | None:
    """The project month in which a day lies (of a month or year: its last day); None without both, or before M1."""
    if not day or not start:
        return None
    return _number(latest(day), earliest(start))


def _number(day: date, start: date) -> int | None:
    number = (day.year - start.year) * 12 + day.month - start.month + 1
    # Month n ends on the day before the start's day: the guess by calendar months is right or one too many.
    if number > 0 and day < months_of(start, number).first:
        number -= 1
    return number if number > 0 else None
