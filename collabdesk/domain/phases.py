"""When a budget line's period is: the words of a sheet resolved to days, or the reason why they cannot be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from collabdesk.domain.dates import earliest, in_words, latest
from collabdesk.domain.spans import Span, months_of, whole_months


@dataclass(frozen=True, slots=True)
class Frame:
    """What periods are counted from: the project's first and last day, its recorded reporting periods by code, and
    how many numbered periods (`P1` … `P5`) its plan has where none of them is recorded.
    """

    start: date | None = None
    end: date | None = None
    reporting: tuple[tuple[str, Span], ...] = ()
    numbered: int = 0


@dataclass(frozen=True, slots=True)
class Phase:
    """The days of a period, and by which scheme it was named: `month`, `quarter`, `half-year`, `year`,
    `project month`, `project year`, `reporting period`, `numbered period` or `range`.
    """

    span: Span
    scheme: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """A period whose days cannot be told, and why."""

    reason: str


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_NAMED = r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_PERIOD_WORD = r"(?:reporting period|period|rp|p|tranche|t)"
_NUMBERED = re.compile(rf"{_PERIOD_WORD}? ?0*(?P<n>\d{{1,2}})")
_FISCAL = re.compile(rf"fy ?(?:19|20)?\d\d.*|{_YEAR} ?[/-] ?\d\d")
_RANGES = (" - ", " to ", " until ", "..", "/", "-")


def phase_of(text: str, frame: Frame) -> Phase | Unclear:
    """The days that a period's words name.

    Understood are the codes of the project's reporting periods, `2025`, `2025-Q3`, `Q3 2025`, `2025-H1`, `2025-07`,
    `Jul 2025`, days, project months (`M3`, `M1-M12`), project years (`Y1`, `Year 2`), numbered periods, and from one
    of these to another. Never a guess: `Q3` without a year is unclear.
    """
    words = _tidied(text)
    known = _recorded(words, frame) or _single(words, frame)
    if known is None and not _FISCAL.fullmatch(words):
        known = _range(words, frame)
    return known or Unclear(_why_not(text, words))


def number_of(text: str) -> int:
    """The number of a numbered period (`P3` -> 3); 0 where it is none."""
    found = _NUMBERED.fullmatch(_tidied(text))
    return int(found["n"]) if found else 0


def _tidied(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", plain).replace("\u2026", "..")
    return " ".join(plain.split())


def _recorded(words: str, frame: Frame) -> Phase | None:
    """A reporting period by its code as it is written, or by its number (`RP 2` for the code `P2`)."""
    spans = {_tidied(code).replace(" ", ""): span for code, span in frame.reporting}
    numbers = {number_of(code): span for code, span in frame.reporting if number_of(code)}
    span = spans.get(words.replace(" ", "")) or numbers.get(number_of(words))
    return Phase(span, "reporting period") if span else None


def _single(words: str, frame: Frame) -> Phase | Unclear | None:
    for pattern, read in _READERS:
        found = pattern.fullmatch(words)
        if found:
            try:
                return read(found, frame)
            except ValueError:
                return Unclear(f"{words!r} is no date")
    return None


def _range(words: str, frame: Frame) -> Phase | Unclear | None:
    for mark in _RANGES:
        for cut in (m.start() for m in re.finditer(re.escape(mark), words)):
            left, right = words[:cut].strip(), words[cut + len(mark) :].strip()
            made = _from_to(left, right, frame)
            if made:
                return made
    return None


def _from_to(left: str, right: str, frame: Frame) -> Phase | Unclear | None:
    # `M1-12` and `Year 1 - 2` state the word once.
    word = re.match(r"(?:months?|m|years?|yr|y) ?(?=\d)", left)
    if word and right.isdigit() and len(right) <= 3:
        right = word[0] + right
    first = _recorded(left, frame) or _single(left, frame)
    last = _recorded(right, frame) or _single(right, frame)
    if first is None or last is None:
        return None
    if isinstance(first, Unclear) or isinstance(last, Unclear):
        return first if isinstance(first, Unclear) else last
    if last.span.last < first.span.first:
        return Unclear(f"{left!r} to {right!r} ends before it begins")
    return Phase(Span(first.span.first, last.span.last), "range")


def _why_not(text: str, words: str) -> str:
    if re.fullmatch(r"q[1-4]|h[12]|" + _NAMED, words):
        return f"{text!r} names no year"
    if _FISCAL.fullmatch(words):
        return f"{text!r} is a fiscal year, whose first day is not recorded"
    return f"{text!r} is no period that is known: record it as a reporting period, or write its dates"


def _months(found: re.Match[str], scheme: str, size: int, part: int) -> Phase:
    first = date(int(found["y"]), (part - 1) * size + 1, 1)
    return Phase(months_of(first, 1, size), scheme)


def _day(found: re.Match[str], _: Frame) -> Phase:
    month = _MONTHS.index(found["m"]) + 1 if found["m"] in _MONTHS else int(found["m"])
    day = date(int(found["y"]), month, int(found["d"]))
    return Phase(Span(day, day), "range")


def _project(size: int, scheme: str) -> Callable[[re.Match[str], Frame], Phase | Unclear]:
    def read(found: re.Match[str], frame: Frame) -> Phase | Unclear:
        number = int(found["n"])
        if frame.start is None:
            return Unclear(f"{found[0]!r} counts from the project's start, which is not recorded")
        if not number:
            return Unclear(f"{found[0]!r}: a project's first {scheme.split()[1]} is number 1")
        return Phase(months_of(frame.start, (number - 1) * size + 1, size), scheme)

    return read


def _numbered(found: re.Match[str], frame: Frame) -> Phase | Unclear:
    number, size = int(found["n"]), numbered_months(frame)
    if frame.reporting:
        codes = ", ".join(code for code, _ in frame.reporting)
        return Unclear(f"{found[0]!r} is none of the project's reporting periods ({codes})")
    if isinstance(size, Unclear):
        return size
    if not 1 <= number <= frame.numbered or frame.start is None:
        return Unclear(f"{found[0]!r} is none of the plan's {frame.numbered} periods")
    return Phase(months_of(frame.start, (number - 1) * size + 1, size), "numbered period")


def numbered_months(frame: Frame) -> int | Unclear:
    """The months of each numbered period: those of the project, divided evenly; unclear where that leaves a rest."""
    if frame.start is None or frame.end is None:
        return Unclear("numbered periods need reporting periods with dates, or the project's start and end")
    months = whole_months(Span(frame.start, frame.end))
    if not months or not frame.numbered or months % frame.numbered:
        length = f"{in_words(frame.start.isoformat())} to {in_words(frame.end.isoformat())}"
        return Unclear(f"{length} is not divided evenly by {frame.numbered} numbered periods: record their dates")
    return months // frame.numbered


_Reader = Callable[[re.Match[str], Frame], Phase | Unclear]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (_YEAR, lambda f, _: _months(f, "year", 12, 1)),
        (rf"(?:cy|year|in) ?{_YEAR}", lambda f, _: _months(f, "year", 12, 1)),
        (rf"{_YEAR}[ -/]*(?:q|quarter )(?P<n>[1-4])", lambda f, _: _months(f, "quarter", 3, int(f["n"]))),
        (rf"(?:q|quarter )(?P<n>[1-4])[ -/]*{_YEAR}", lambda f, _: _months(f, "quarter", 3, int(f["n"]))),
        (rf"{_YEAR}[ -/]*(?:h|s)(?P<n>[12])", lambda f, _: _months(f, "half-year", 6, int(f["n"]))),
        (rf"(?:h|s)(?P<n>[12])[ -/]*{_YEAR}", lambda f, _: _months(f, "half-year", 6, int(f["n"]))),
        (rf"{_YEAR}[-/.](?P<m>0?[1-9]|1[0-2])", lambda f, _: _months(f, "month", 1, int(f["m"]))),
        (rf"(?P<m>0?[1-9]|1[0-2])[-/.]{_YEAR}", lambda f, _: _months(f, "month", 1, int(f["m"]))),
        (rf"{_NAMED}[ -/']*{_YEAR}", lambda f, _: _months(f, "month", 1, _MONTHS.index(f["m"]) + 1)),
        (rf"{_YEAR}[ -/']*{_NAMED}", lambda f, _: _months(f, "month", 1, _MONTHS.index(f["m"]) + 1)),
        (rf"{_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)", _day),
        (rf"(?P<d>\d\d?)\. ?(?P<m>\d\d?)\. ?{_YEAR}", _day),
        (rf"(?P<d>\d\d?)\.? {_NAMED} {_YEAR}", _day),
        (r"(?:project )?(?:months?|m) ?(?P<n>\d{1,3})", _project(1, "project month")),
        (r"(?:project )?(?:years?|yr|y) ?(?P<n>\d{1,2})", _project(12, "project year")),
        (_NUMBERED.pattern, _numbered),
    )
)


def stated(first: str | None, last: str | None) -> Span | None:
    """From the first possible day of one recorded date to the last possible of another; None where one is missing."""
    if not first or not last or latest(last) < earliest(first):
        return None
    return Span(earliest(first), latest(last))
