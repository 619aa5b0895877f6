"""Dates as the source states them: ISO text of a day, a month or a year, so that no precision is invented."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime
from typing import NewType

from collabdesk.domain.told import DayWords, day_words

IsoDate = NewType("IsoDate", str)
"""`2024`, `2024-02` or `2024-02-29`: sorts as text, keeps the precision of its source."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def in_words(text: str) -> DayWords:
    """`14 March 2025`, `March 2025` or `2025`: as precise as the ISO text; a report says it again in its language."""
    parts = [int(p) for p in text.split("-")]
    words = [str(parts[2])] if len(parts) > 2 else []
    words += [_MONTHS[parts[1] - 1]] if len(parts) > 1 else []
    return day_words(" ".join([*words, str(parts[0])]), text)


def earliest(text: str) -> date:
    """The first day that an ISO date of any precision may mean."""
    parts = [int(p) for p in text.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def latest(text: str) -> date:
    """The last day that an ISO date of any precision may mean."""
    parts = [int(p) for p in text.split("-")]
    if len(parts) > 2:
        return date(*parts)
    month = parts[1] if len(parts) > 1 else 12
    return date(parts[0], month, calendar.monthrange(parts[0], month)[1])


def is_later(day: str | None, as_of: date) -> bool:
    """Whether a stated day was still to come: a month or a year that may have ended only afterwards is later too."""
    return bool(day) and latest(str(day)) > as_of


def as_iso(day: date | str | None) -> IsoDate | None:
    """A day given as a date, or as ISO text already; None for none."""
    return IsoDate(day.isoformat() if isinstance(day, date) else day) if day else None


def today() -> date:
    """The person's own day, on this machine's clock and where it is, not in UTC."""
    return datetime.now().astimezone().date()


def this_moment() -> str:
    """Now, in UTC, to the second, as records keep when something was done: `2026-06-30T09:15:00Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
