"""Quarters, weeks and halves of years as plans write them, and financial years, which are not guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = r"((?:19|20|21)\d{2})"
_BEFORE = (
    r"(?:q|t|k|kv|quarter|qtr|quartal|trimestre|trim|trimester|kwartał|kwartal|kwartaal|čtvrtletí|čtvrťrok|квартал|кв"
    r"|τρίμηνο|ceturksnis|ketvirtis|negyedév|kvartal|kvartali|neljännes)"
)
_AFTER = rf"(?:{_BEFORE}|kw)"  # KW 3 is a week in German, III kw. a quarter in Polish
_QUARTERS = (
    re.compile(rf"^{_BEFORE}\.?\s*([1-4])\s*[-/., ]*\s*{_YEAR}$"),
    re.compile(
        rf"^([1-4]|i{{1,3}}|iv)(?:\.|st|nd|rd|th|er|e|º|°)?\s*{_AFTER}\.?\s*[-/., ]*\s*(?:of |de |del )?{_YEAR}$"
    ),
)
_YEAR_FIRST = re.compile(rf"^{_YEAR}\s*[-/., ]*\s*{_BEFORE}\.?\s*([1-4])$")
_HALF = re.compile(rf"^(?:h|s|hy|hj|sem\.?)\s*([12])\s*[-/., ]*\s*{_YEAR}$")
_HALF_YEAR_FIRST = re.compile(rf"^{_YEAR}\s*[-/., ]*\s*(?:h|s|hy|hj|sem\.?)\s*([12])$")
_WEEK = re.compile(rf"^{_YEAR}\s*[-/. ]?\s*(?:w|kw|week|sem|v|vecka|uge|uke)\.?\s*(\d{{1,2}})(?:-?([1-7]))?$")
_WEEK_FIRST = re.compile(rf"^(?:w|kw|week|wk|sem|semaine|vecka|uge|uke)\.?\s*(\d{{1,2}})\s*[-/., ]+\s*{_YEAR}$")
_TWO_YEARS = re.compile(
    r"^(?:fy|f/y|ay|fiscal year|financial year)?\s*((?:19|20)\d{2})\s*[-/–]\s*(\d{2}|(?:19|20)\d{2})$"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Some months: the first and the last, as ISO texts, and what they are called."""

    first: str
    last: str
    noun: str


def span_of(text: str) -> Span | str | None:
    """The quarter, half or week that the text names; the day where it names one of a week."""
    text = text.casefold()
    for pattern in _QUARTERS:
        if found := pattern.match(text):
            return _months(int(found[2]), _ROMAN.get(found[1]) or int(found[1]), 3, "quarters")
    if found := _YEAR_FIRST.match(text):
        return _months(int(found[1]), int(found[2]), 3, "quarters")
    if found := _HALF.match(text):
        return _months(int(found[2]), int(found[1]), 6, "halves of years")
    if found := _HALF_YEAR_FIRST.match(text):
        return _months(int(found[1]), int(found[2]), 6, "halves of years")
    if found := _WEEK.match(text):
        return _week(int(found[1]), int(found[2]), int(found[3] or 0))
    if found := _WEEK_FIRST.match(text):
        return _week(int(found[2]), int(found[1]), 0)
    return None


def are_financial_years(texts: list[str]) -> bool:
    """Does the column write two years running, as 2023/24, so that 2011/12 is no December?"""
    pairs = [found for t in texts if (found := _TWO_YEARS.match(t.strip().casefold()))]
    running = {p[0] for p in pairs if (int(p[1]) + 1) % 100 == int(p[2]) % 100}
    if not pairs or len(running) != len({p[0] for p in pairs}):
        return False
    return len(running) > 1 or any(int(p[2]) > 12 for p in pairs)


def _months(year: int, number: int, length: int, noun: str) -> Span:
    last = number * length
    return Span(f"{year}-{last - length + 1:02}", f"{year}-{last:02}", noun)


def _week(year: int, week: int, day: int) -> Span | str | None:
    """ISO 8601: a week belongs to the month of its Thursday."""
    try:
        if day:
            return date.fromisocalendar(year, week, day).isoformat()
        month = date.fromisocalendar(year, week, 4).isoformat()[:7]
    except ValueError:
        return None
    return Span(month, month, "weeks")
