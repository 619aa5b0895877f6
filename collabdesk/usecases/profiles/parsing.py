"""A profile's text read strictly: whatever this program does not know is refused, with the line where it stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from collabdesk.domain.problems import Refused
from collabdesk.intake.canonical import canonical
from collabdesk.intake.confirmed import ColumnReading, Reading
from collabdesk.intake.kind import kinds
from collabdesk.usecases.profiles.content import VERSION, Content
from collabdesk.usecases.profiles.lines import Lines, first_odd_line

LARGEST = 1_000_000  # characters
MOST_TABLES, MOST_COLUMNS, MOST_SHEETS = 200, 5000, 1000
LONGEST_NAME, _LONGEST_TEXT = 120, 33_000  # a cell holds 32,767 characters
_LAYOUTS = ("rows", "transposed", "key_value", "matrix")
_SAID = ("kind", "currency", "decimal", "date_order")
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)|\s*\(at end of document\)")
_CURRENCY = re.compile(r"[A-Z]{3}\Z")


class _Wrong(Exception):
    """Something in the text; `key` and `value` tell where to look for it."""

    def __init__(self, sentence: str, key: str, value: object = None, table: int = 0) -> None:
        super().__init__(sentence)
        self.key, self.value, self.table = key, value, table


def from_text(text: str, file: str) -> Content:
    """The profile that a text holds. Refused with the file's name, the line and what is wrong there."""
    if len(text) > LARGEST:
        raise Refused(f"{file} is too large for a profile.", "profile-file")
    if odd := first_odd_line(text):
        raise Refused(f"{file}, line {odd[0]}: {odd[1]} does not belong in a profile.", "profile-file")
    try:
        told = tomllib.loads(text)
        return _content(told)
    except _Wrong as wrong:
        lines = Lines(text)
        found = lines.of_value if wrong.value is not None else lambda key, _, table: lines.of_key(key, table)
        raise Refused(f"{file}, line {found(wrong.key, wrong.value, wrong.table)}: {wrong}", "profile-file") from None
    except RecursionError:
        raise Refused(f"{file} is no profile: its values lie too deep in one another.", "profile-file") from None
    except ValueError as wrong:
        at = _AT_LINE.search(str(wrong))
        line = at[1] if at and at[1] else text.count("\n") + 1
        why = _AT_LINE.sub("", str(wrong)) if at else "a value that is no value"
        raise Refused(f"{file}, line {line}: this is not TOML ({why}).", "profile-file") from None


@lru_cache(maxsize=256)
def kept(text: str) -> Content:
    """As `from_text`, for what the database keeps."""
    return from_text(text, "The saved profile")


def check_name(name: str) -> str:
    """A profile's name without blanks around it; Refused for one that could not be typed or shown."""
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise Refused(f"A profile needs a name of at most {LONGEST_NAME} characters on one line.", "profile-name")
    return name


def _content(told: dict[str, Any]) -> Content:
    version = told.get("version")
    if version is None:
        raise _Wrong("this is no profile: it does not say its version.", "version")
    if version != VERSION or isinstance(version, bool):
        sentence = f"this program reads profiles of version {VERSION}, not {version!r:.40}."
        raise _Wrong(sentence, "version", version)
    _only(told, ("version", "name", "funder", "confirmed_at", "confirmed_by", "table"), 0)
    name = _text(told, "name", 0, needed=True)
    if name != name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise _Wrong(f"a profile's name is one line of at most {LONGEST_NAME} characters.", "name", name)
    tables = _list(told, "table", dict, MOST_TABLES, 0)
    return Content(
        name,
        _text(told, "funder", 0),
        _moment(told),
        _text(told, "confirmed_by", 0),
        tuple(_table(table, number) for number, table in enumerate(tables, 1)),
    )


def _table(told: dict[str, Any], number: int) -> Reading:
    known = ("sheets", "number", "kind", "layout", "header_rows", "currency", "decimal", "date_order", "by_hand")
    _only(told, (*known, "columns"), number)
    columns = _list(told, "columns", dict, MOST_COLUMNS, number)
    by_hand = _list(told, "by_hand", str, len(_SAID), number)
    for word in by_hand:
        if word not in _SAID:
            raise _Wrong(f"only {', '.join(_SAID)} can be said by hand, not {word!r:.60}.", "by_hand", None, number)
    sheets = _list(told, "sheets", str, MOST_SHEETS, number)
    if any(len(sheet) > _LONGEST_TEXT for sheet in sheets):
        raise _Wrong("a sheet's name is too long.", "sheets", None, number)
    return Reading(
        tuple(sheets),
        _one_of(told, "kind", kinds(), number, "kind of table"),
        _one_of(told, "layout", _LAYOUTS, number, "layout"),
        _count(told, "header_rows", number),
        tuple(_column(column, number, place) for place, column in enumerate(columns, 1)),
        _count(told, "number", number, 1),
        _currency(told, number),
        _one_of(told, "decimal", (".", ","), number, "decimal mark") if "decimal" in told else "",
        _one_of(told, "date_order", ("dmy", "mdy", "ymd"), number, "order of dates") if "date_order" in told else "",
        frozenset(by_hand),
    )


def _column(told: dict[str, Any], table: int, place: int) -> ColumnReading:
    _only(told, ("header", "field", "by_hand", "factor", "currency"), table)
    if "header" not in told:
        raise _Wrong(f"column {place} of this table has no header.", "columns", None, table)
    header = _text(told, "header", table, needed=True)
    field = _one_of(told, "field", ("", *canonical()), table, "field") if "field" in told else None
    by_hand = told.get("by_hand", False)
    if not isinstance(by_hand, bool):
        raise _Wrong("by_hand of a column is true or false.", "by_hand", by_hand, table)
    return ColumnReading(header, field, by_hand, _factor(told, table), _currency(told, table))


def _only(told: Mapping[str, Any], known: tuple[str, ...], table: int) -> None:
    for key in told:
        if key not in known:
            raise _Wrong(f"{key!r:.60} is not known here.{_near(key, known)}", key, None, table)


def _text(told: Mapping[str, Any], key: str, table: int, *, needed: bool = False) -> str:
    text = told.get(key, "")
    if needed and key not in told:
        raise _Wrong(f"{key} is missing.", key, None, table)
    if not isinstance(text, str) or (needed and not text):
        raise _Wrong(f"{key} is a text.", key, text, table)
    if len(text) > _LONGEST_TEXT:
        raise _Wrong(f"{key} is too long.", key, text, table)
    return text


def _one_of(told: Mapping[str, Any], key: str, known: Any, table: int, noun: str) -> str:
    text = _text(told, key, table, needed=key in ("kind", "layout"))
    if text not in known:
        raise _Wrong(f"there is no {noun} {text!r:.80}.{_near(text, known)}", key, text, table)
    return text


def _count(told: Mapping[str, Any], key: str, table: int, default: int | None = None) -> int:
    number = told.get(key, default)
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < 10**6:
        raise _Wrong(f"{key} is a whole number from 1.", key, number, table)
    return number


def _list(told: Mapping[str, Any], key: str, of: type, most: int, table: int) -> list[Any]:
    values = told.get(key, [])
    if not isinstance(values, list) or not all(isinstance(v, of) for v in values):
        raise _Wrong(f"{key} is a list of {'texts' if of is str else 'tables'}.", key, None, table)
    if len(values) > most:
        raise _Wrong(f"{key} has {len(values)} entries; more than {most} are not read.", key, None, table)
    return values


def _currency(told: Mapping[str, Any], table: int) -> str:
    code = _text(told, "currency", table)
    if code and not _CURRENCY.match(code):
        raise _Wrong(f"a currency is three capital letters, not {code!r:.40}.", "currency", code, table)
    return code


def _factor(told: Mapping[str, Any], table: int) -> Decimal:
    text = _text(told, "factor", table) or "1"
    if not re.fullmatch(r"\d{1,15}(\.\d{1,9})?", text) or not Decimal(text):
        raise _Wrong(f"a factor is a positive number in quotes, not {text!r:.40}.", "factor", text, table)
    return Decimal(text)


def _moment(told: Mapping[str, Any]) -> str:
    text = _text(told, "confirmed_at", 0, needed=True)
    try:
        if not text.endswith("Z"):
            raise ValueError(text)
        datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")
    except ValueError:
        sentence = f"confirmed_at is a moment such as 2026-03-03T09:14:05Z, not {text!r:.40}."
        raise _Wrong(sentence, "confirmed_at", text) from None
    return text


def _near(word: str, known: Any) -> str:
    near = get_close_matches(word[:80], [k for k in known if k], 3)
    return f" Did you mean {' or '.join(near)}?" if near else ""
