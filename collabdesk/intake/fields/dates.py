"""Dates of any usual writing, with the precision that the cell has; day and month order is the column's decision."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from collabdesk.domain.digits import plain_digits
from collabdesk.domain.problems import Severity
from collabdesk.intake.fields.column import Asked, ColumnRead, Issue, is_null, short, types_of
from collabdesk.intake.fields.months import month_of
from collabdesk.intake.fields.spans import Span, are_financial_years, span_of
from collabdesk.intake.grid import CellError, Value

_ZONE = r"(?:Z|UTC|GMT|CES?T|[+-]\d{2}(?::?\d{2})?)?"
_TIME = rf"(?:[T ,]+\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}}(?:[.,]\d+)?)?\s*(?:[AaPp][Mm])?\s*{_ZONE})?"
_YMD = re.compile(rf"^(\d{{4}})\s*[-/.年]\s*(\d{{1,2}})\s*[-/.月]\s*(\d{{1,2}})日?{_TIME}$")
_COMPACT = re.compile(r"^((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])$")
_YM = re.compile(r"^(\d{4})\s*[-/.年]\s*(\d{1,2})月?$")
_MY = re.compile(r"^(\d{1,2})\s*[-/.]\s*(\d{4})$")
_YEAR = re.compile(r"^((?:19|20|21)\d{2})$")
_NUMERIC = re.compile(rf"^(\d{{1,2}})\s*([-/. ])\s*(\d{{1,2}})\s*\2\s*(\d{{2}}|\d{{4}})\.?{_TIME}$")
_WORDS = re.compile(r"[^\W\d_][^\s\d.,/'()\-]*\.?|\d+")
_SKIPPED = frozenset({
    "of", "de", "del", "di", "den", "der", "the", "st", "nd", "rd", "th", "er", "º", "ª", "g", "r", "yil", "mon",
    "m", "d", "gada", "roku", "rok", "lata", "le", "el", "al", "am", "dne", "vom", "af", "kl", "р", "г", "год", "года",
    "року", "у", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "mo", "mi", "do", "fr", "sa", "so", "lun", "mar.", "jeu", "ven", "sam", "dim",
})  # fmt: skip
_DAY_ZERO = date(1899, 12, 30)
_FIRST_DAY, _LAST_DAY = "1901-01-01", "2150-12-31"
_SERIAL = re.compile(r"^[2-7]\d{4}(?:[.,]\d+)?$")
_SHORT_YEAR = re.compile(r"(?:^|\D)\d{1,2}[-/. ](?:\d{1,2}|[^\W\d_]+\.?)[-/. ]'?\d{2}$|[^\W\d_]\.?[-/. ]*'?\d{2}$")
_PIVOT = 70


@dataclass(frozen=True, slots=True)
class _Open:
    """A date whose day and month are told apart by order only."""

    first: int
    second: int
    year: int
    mark: str

    @property
    def vote(self) -> str:
        if self.first == self.second:
            return ""
        return "dmy" if self.first > 12 else "mdy" if self.second > 12 else "?"

    def iso(self, order: str) -> str | None:
        day, month = (self.first, self.second) if order == "dmy" else (self.second, self.first)
        return _day(self.year, month, day)


def read_dates(values: Sequence[Value], asked: Asked) -> ColumnRead:
    """ISO texts with the cell's own precision (`2014-02` for "Feb 2014"), None where there is none.

    A cell that is no date is a warning and stays blank: an odd optional date must not lose the row.
    """
    kinds = types_of(values)
    if len(kinds) == 1 and kinds <= {date, datetime}:
        return _stored_dates(values)
    read = ColumnRead([None] * len(values))
    understood: dict[tuple[type, Value], str | _Open | Span | None] = {}
    for once in {(type(v), v) for v in values}:
        understood[once] = _understand(once[1])
    texts = [str(v) for kind, v in understood if kind is str]
    if are_financial_years(texts):
        understood = {k: (None if isinstance(k[1], str) else v) for k, v in understood.items()}
    orders = _orders(values, understood, asked)
    read.date_order = _column_order(values, understood, orders)
    spans: set[str] = set()
    for i, value in enumerate(values):
        if value is None:
            read.blank += 1
            continue
        found = understood[type(value), value]
        if isinstance(found, _Open):
            found = _ordered(found, orders, value, i, read)
        elif isinstance(found, Span):
            spans.add(found.noun)
            found = found.last if _is_end(asked) else found.first
        elif found is None:
            _unread(value, i, read)
        read.values[i] = found
    _leave_out_incredible(values, read)
    _say_how(
        [str(k[1]) for k, v in understood.items() if k[0] is str and v and not isinstance(v, Span)], spans, asked, read
    )
    return read


def _is_end(asked: Asked) -> bool:
    """Does the field say until when, so that a quarter means its last month?"""
    return asked.field.rpartition(".")[2] not in ("start", "signed", "received")


def _say_how(texts: list[str], spans: set[str], asked: Asked, read: ColumnRead) -> None:
    """What was decided for the whole column, in words."""
    if spans:
        which = "last" if _is_end(asked) else "first"
        text = f"{' and '.join(sorted(spans))} were read as their {which} month"
        read.issues.append(Issue(-1, "spans-as-months", text, Severity.NOTE))
    if any(_SERIAL.match(t.strip()) for t in texts):
        text = "day numbers of a spreadsheet (45292 is 1 January 2024) were read as dates"
        read.issues.append(Issue(-1, "serial-dates", text, Severity.NOTE))
    if any(_SHORT_YEAR.search(t.strip()) for t in texts):
        text = f"years of two digits were read as 19{_PIVOT} to 20{_PIVOT - 1}"
        read.issues.append(Issue(-1, "short-years", text, Severity.NOTE))


def _stored_dates(values: Sequence[Value]) -> ColumnRead:
    """The common case at speed: cells that the spreadsheet itself keeps as dates."""
    once: dict[Value, str | int | None] = {v: v.isoformat()[:10] for v in set(values) if isinstance(v, date)}
    kept = [once.get(v) for v in values]
    read = ColumnRead(kept, blank=kept.count(None), date_order="excel")
    if once and not _FIRST_DAY <= min(map(str, once.values())) <= max(map(str, once.values())) <= _LAST_DAY:
        _leave_out_incredible(values, read)
    return read


def _leave_out_incredible(values: Sequence[Value], read: ColumnRead) -> None:
    """A day of 1899 is a bare time or nought, one of the year 9999 means that there is no end."""
    for i, kept in enumerate(read.values):
        if isinstance(kept, str) and not _FIRST_DAY[:4] <= kept[:4] <= _LAST_DAY[:4]:
            text = f"{short(values[i])!r} lies outside of the years {_FIRST_DAY[:4]} to {_LAST_DAY[:4]}, left blank"
            read.issues.append(Issue(i, "incredible-date", text, Severity.WARNING))
            read.values[i] = None
            read.not_numeric += 1


def _unread(value: Value, i: int, read: ColumnRead) -> None:
    if isinstance(value, str) and is_null(value.strip()):
        read.blank += 1
        return
    read.not_numeric += 1
    code = "error-value" if isinstance(value, CellError) else "not-a-date"
    read.issues.append(Issue(i, code, f"{short(value)!r} is not a date, left blank", Severity.WARNING))


def _ordered(found: _Open, orders: dict[str, str], value: Value, i: int, read: ColumnRead) -> str | None:
    order = orders[found.mark] or ("dmy" if found.first == found.second else found.vote.replace("?", ""))
    iso = found.iso(order) if order else None
    if iso is None:
        read.not_numeric += 1
        if order:
            text, code = f"{short(value)!r} is not a date in the order of its column, left blank", "not-a-date"
        else:
            text = f"{short(value)!r}: day and month cannot be told apart; say which with --date-order"
            code = "ambiguous-date"
        read.issues.append(Issue(i, code, text, Severity.WARNING))
    return iso


def _orders(
    values: Sequence[Value], understood: dict[tuple[type, Value], str | _Open | Span | None], asked: Asked
) -> dict[str, str]:
    """For each separator that the column uses, its order: `31.12.2018` and `12/31/2018` may stand in one column."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for value in values:
        found = understood[type(value), value]
        if isinstance(found, _Open):
            votes[found.mark][found.vote] += 1
    orders = {}
    for mark, counted in votes.items():
        clear = {o: counted[o] for o in ("dmy", "mdy") if counted[o]}
        if asked.date_order in ("dmy", "mdy"):
            orders[mark] = asked.date_order
        elif len(clear) == 2 and min(clear.values()) >= max(3, 0.05 * sum(clear.values())):
            orders[mark] = ""  # two people wrote this column: what either could mean is asked for
        elif clear:
            orders[mark] = max(clear, key=lambda o: clear[o])
        else:
            # Nobody writes month.day.year with full stops.
            orders[mark] = "dmy" if mark == "." else asked.hint_order
    return orders


def _column_order(
    values: Sequence[Value], understood: dict[tuple[type, Value], str | _Open | Span | None], orders: dict[str, str]
) -> str:
    if orders:
        return next((o for o in orders.values() if o), "")
    for value in values:
        found = understood[type(value), value]
        if isinstance(found, str):
            if isinstance(value, date | int | float):
                return "excel"
            return "ymd" if _YMD.match(value.strip()) else "month-year" if len(found) == 7 else "text"  # type: ignore[union-attr]
    return ""


def _understand(value: Value) -> str | _Open | Span | None:
    if isinstance(value, str):
        return _text(plain_digits(value).strip())
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return _number(value)


def _number(value: float) -> str | None:
    if 1900 <= value <= 2100 and value == int(value):
        return str(int(value))
    if 10_000 <= value < 110_000:  # a serial day of the spreadsheet, between 1927 and 2201
        return (_DAY_ZERO + timedelta(days=int(value))).isoformat()
    written = _COMPACT.match(str(int(value))) if value == int(value) else None
    return _day(int(written[1]), int(written[2]), int(written[3])) if written else None


def _text(text: str) -> str | _Open | Span | None:
    if found := _YMD.match(text) or _COMPACT.match(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.match(text):
        return _Open(int(found[1]), int(found[3]), _year(found[4]), found[2])
    if found := _YM.match(text):
        return _month(int(found[1]), int(found[2]))
    if found := _MY.match(text):
        return _month(int(found[2]), int(found[1]))
    if _YEAR.match(text):
        return text
    if _SERIAL.match(text):
        return _number(float(text.replace(",", ".")))
    if span := span_of(text):
        return span
    return _in_words(re.sub(rf"(?<=\d){_TIME}$", "", text))


def _in_words(text: str) -> str | None:
    """`31. Dez 18`, `December 31, 2018`, `Feb 2014`, `2018 Dec 31`."""
    if len(text) > 40:
        return None
    month, numbers = 0, []
    for word in _WORDS.findall(text.replace("'", " ")):
        if word.isdigit():
            numbers.append(word)
            continue
        name = word.casefold().rstrip(".")
        number = 0 if month else month_of(name)
        if number:
            month = number
        elif name not in _SKIPPED:
            return None
    if not month or not 1 <= len(numbers) <= 2:
        return None
    if len(numbers) == 1:
        # `24 Jan` may be the 24th of a January as well.
        is_year = len(numbers[0]) == 4 or (len(numbers[0]) == 2 and not text[0].isdigit())
        return _month(_year(numbers[0]), month) if is_year else None
    day, year = (numbers[1], numbers[0]) if len(numbers[0]) == 4 else numbers
    return _day(_year(year), month, int(day)) if len(year) in (2, 4) and len(day) <= 2 else None


def _year(text: str) -> int:
    if len(text) != 2:
        return int(text)
    return 1900 + int(text) if int(text) >= _PIVOT else 2000 + int(text)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(year: int, month: int) -> str | None:
    return f"{year:04d}-{month:02d}" if 1 <= month <= 12 and 1000 <= year <= 2999 else None
