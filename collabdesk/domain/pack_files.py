"""A rule pack as a TOML file: read and checked, every error with its line."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from collabdesk.domain.pack_values import KNOWN, kind_of, read
from collabdesk.domain.packs import MODES, Category, Pack, PackValue
from collabdesk.domain.problems import Problem
from collabdesk.domain.toml_lines import Path, broken, line_at, line_of, lines_of, not_known

_PACK = ("code", "family", "title", "version", "since", "until", "mode", "currency", "source", "values", "category")
_VALUE = ("value", "source", "confirmed", "note", "since", "until", "also")
_CATEGORY = ("code", "title", "kind", "in_indirect_base", "also", "source", "confirmed", "note")
_NEEDED = ("code", "title", "version", "mode", "currency", "source")
_CODE = re.compile(r"[a-z0-9][a-z0-9_]*")


def parse(text: str) -> tuple[Pack | None, list[Problem]]:
    """The pack of a TOML text, or what is wrong with it: all of it at once, each at its line (`line 12`)."""
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        return None, [broken(error, text)]
    reading = _Reading(table, lines_of(text))
    pack = reading.pack()
    return (None if reading.problems else pack), sorted(reading.problems, key=line_of)


class _Reading:
    """One text while it is read: what was wrong so far, and where."""

    def __init__(self, table: Mapping[str, Any], lines: Mapping[Path, int]) -> None:
        self.problems: list[Problem] = []
        self._table = table
        self._lines = lines

    def pack(self) -> Pack:
        table = self._table
        self._unknown_keys(table, _PACK, ())
        for name in _NEEDED:
            if not self._text(table, name, ()):
                self._wrong("missing", f"{name} is missing", (name,))
        if (code := self._text(table, "code", ())) and not _CODE.fullmatch(code):
            self._wrong("bad-code", f"{code!r} is no code: small letters, digits and _ only", ("code",))
        if (mode := table.get("mode")) and mode not in MODES:
            self._wrong("bad-mode", f"{mode!r} is no mode: {' or '.join(MODES)}", ("mode",))
        if (currency := self._text(table, "currency", ())) and not re.fullmatch("[A-Z]{3}", currency):
            self._wrong("bad-currency", f"{currency!r} is no currency such as EUR", ("currency",))
        since, until = self._dates(table, ())
        values = {value.name: value for value in self._values(table.get("values", {}), since, until)}
        return Pack(
            code=code,
            family=self._text(table, "family", ()) or code,
            title=self._text(table, "title", ()),
            version=self._text(table, "version", ()),
            since=since,
            until=until,
            mode=str(mode),
            currency=currency,
            source=self._text(table, "source", ()),
            values=values,
            categories=tuple(self._categories(table.get("category", []))),
        )

    def _values(self, tables: object, since: str, until: str, path: Path = ("values",)) -> Iterator[PackValue]:
        if not isinstance(tables, dict):
            self._wrong("no-table", "values are tables such as [values.indirect_rate]", path)
            return
        for key, table in tables.items():
            here = (*path, key)
            if not isinstance(table, dict):
                self._wrong("no-table", f"{key} is no table: write [values.{key}] and its value below", here)
            elif "value" in table or not any(isinstance(part, dict) for part in table.values()):
                yield from self._value(table, since, until, here)
                inner = {k: v for k, v in table.items() if isinstance(v, dict)}
                yield from self._values(inner, since, until, here)
            else:
                yield from self._values(table, since, until, here)

    def _value(self, table: Mapping[str, Any], since: str, until: str, path: Path) -> Iterator[PackValue]:
        name = ".".join(str(part) for part in path[1:])
        self._unknown_keys({k: v for k, v in table.items() if not isinstance(v, dict)}, _VALUE, path)
        confirmed = self._confirmed_with_source(table, name, path)
        own_since, own_until = self._dates(table, path)
        kind = kind_of(name)
        if kind is None:
            near = difflib.get_close_matches(name, KNOWN, 1)
            hint = f"; is {near[0]} meant?" if near else ""
            self._wrong("unknown-value", f"{name} is no value that a rule pack has{hint}", path)
        elif "value" not in table:
            self._wrong("missing", f"{name} has no value", path)
        else:
            try:
                value = read(kind, table["value"])
            except ValueError as error:
                self._wrong("bad-value", f"{name}: {error}", (*path, "value"))
                return
            yield PackValue(
                name=name,
                value=value,
                source=self._text(table, "source", path),
                confirmed=confirmed,
                note=self._text(table, "note", path),
                since=own_since or since,
                until=own_until or until,
                also=self._texts(table, "also", path),
            )

    def _categories(self, tables: object) -> Iterator[Category]:
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self._wrong("no-tables", "categories are tables: write [[category]] above each", ("category",))
            return
        seen: dict[str, int] = {}
        for number, table in enumerate(tables):
            path: Path = ("category", number)
            self._unknown_keys(table, _CATEGORY, path)
            code = self._text(table, "code", path)
            for needed in ("code", "title", "kind"):
                if not self._text(table, needed, path):
                    self._wrong("missing", f"{needed} of a category is missing", (*path, needed))
            folded = "".join(c for c in code.casefold() if c.isalnum())
            if folded and folded in seen:
                first = self._line(("category", seen[folded], "code"))
                self._wrong("double", f"the category {code} is there already, in line {first}", (*path, "code"))
            seen.setdefault(folded, number)
            in_base = table.get("in_indirect_base")
            if not isinstance(in_base, bool):
                self._wrong(
                    "missing", f"in_indirect_base of {code} is neither true nor false", (*path, "in_indirect_base")
                )
            yield Category(
                code=code,
                title=self._text(table, "title", path),
                kind=self._text(table, "kind", path),
                in_indirect_base=bool(in_base),
                also=self._texts(table, "also", path),
                source=self._text(table, "source", path),
                confirmed=self._confirmed_with_source(table, f"the category {code}", path),
                note=self._text(table, "note", path),
            )

    def _confirmed_with_source(self, table: Mapping[str, Any], name: str, path: Path) -> bool:
        if not self._text(table, "source", path):
            self._wrong("no-source", f"{name} has no source", path)
        if not isinstance(table.get("confirmed"), bool):
            self._wrong("not-confirmed", f"confirmed of {name} is neither true nor false", (*path, "confirmed"))
        return table.get("confirmed") is True

    def _dates(self, table: Mapping[str, Any], path: Path) -> tuple[str, str]:
        since, until = (self._day(table, name, path) for name in ("since", "until"))
        if since and until and until < since:
            self._wrong("bad-dates", f"it ends on {until}, before it begins on {since}", (*path, "until"))
        return since, until

    def _day(self, table: Mapping[str, Any], name: str, path: Path) -> str:
        given = table.get(name, "")
        if given == "":
            return ""
        try:
            return date.fromisoformat(str(given)).isoformat()
        except ValueError:
            self._wrong("bad-date", f"{given!r} is not a day such as 2024-10-01", (*path, name))
            return ""

    def _text(self, table: Mapping[str, Any], name: str, path: Path) -> str:
        given = table.get(name, "")
        if not isinstance(given, str):
            self._wrong("no-text", f"{name} is no text: put it in quotes", (*path, name))
            return ""
        return given.strip()

    def _texts(self, table: Mapping[str, Any], name: str, path: Path) -> tuple[str, ...]:
        given = table.get(name, [])
        if not isinstance(given, list) or not all(isinstance(word, str) for word in given):
            self._wrong("no-texts", f"{name} is no list of texts", (*path, name))
            return ()
        return tuple(given)

    def _unknown_keys(self, table: Mapping[str, Any], known: tuple[str, ...], path: Path) -> None:
        for key in table:
            if key not in known:
                self._wrong("unknown-key", not_known(key, known), (*path, key))

    def _line(self, path: Path) -> int:
        return line_at(self._lines, path)

    def _wrong(self, code: str, text: str, path: Path) -> None:
        problem = Problem(code, text, f"line {self._line(path)}")
        if problem not in self.problems:
            self.problems.append(problem)
