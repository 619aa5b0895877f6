"""A criteria set as a TOML file: read and checked, every error with its line."""

from __future__ import annotations

import difflib
import re
import string
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from collabdesk import discovery
from collabdesk.auditing import criteria
from collabdesk.auditing.criteria_sets import CriteriaSet, Dimension, Grade, Standard
from collabdesk.auditing.criterion import Criterion, Settings
from collabdesk.auditing.wording import number, threshold_share
from collabdesk.domain import pack_files
from collabdesk.domain.findings import SEVERITIES
from collabdesk.domain.problems import Problem
from collabdesk.domain.told import in_a_row, told
from collabdesk.domain.toml_lines import Path, broken, line_at, line_of, lines_of, not_known
from collabdesk.paths import resources

_SET = ("code", "title", "version", "source", "scale_note", "scale", "dimension", "criterion")
_NEEDED = ("code", "title", "version", "source")
_WORDS = ("key", "title", "asks", "source", "dimension", "severity", "confirmed")
_CODE = re.compile(r"[a-z0-9][a-z0-9_]*")
_SHARE = re.compile(r"\s*(-?[0-9.]+)\s*%\s*")


def parse(text: str, *, is_own: bool = True) -> tuple[CriteriaSet | None, list[Problem]]:
    """The set of a TOML text, or what is wrong with it: all of it at once, each at its line (`line 12`).

    What a set of one's own says stays as it is written; what a bundled one says is said in every language.
    """
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        return None, [broken(error, text)]
    reading = _Reading(table, lines_of(text), is_own=is_own)
    found = reading.whole()
    return (None if reading.problems else found), sorted(reading.problems, key=line_of)


@cache
def checks() -> Mapping[str, Criterion]:
    """Every criterion that the program checks, by its key."""
    return {c.key: c for c in discovery.constants(criteria, "CRITERION")}


class _Reading:
    """One text while it is read: what was wrong so far, and where."""

    def __init__(self, table: Mapping[str, Any], lines: Mapping[Path, int], *, is_own: bool) -> None:
        self.problems: list[Problem] = []
        self._is_own = is_own
        self._table = table
        self._lines = lines

    def whole(self) -> CriteriaSet:
        table = self._table
        self._unknown_keys(table, _SET, ())
        for name in _NEEDED:
            self._needed(table, name, (), "of the set")
        if (code := self._text(table, "code", ())) and not _CODE.fullmatch(code):
            self._wrong("bad-code", f"{code!r} is no code: small letters, digits and _ only", ("code",))
        standards = tuple(self._standards())
        named = tuple(Dimension(*pair) for pair in self._pairs("dimension", ("word", "about")))
        known = {d.word for d in named}
        if known:
            self._check_dimensions(known, standards)
        others = dict.fromkeys(s.settings.dimension for s in standards if s.settings.dimension not in known)
        return CriteriaSet(
            key=code,
            title=self._said(table, "title", ()),
            version=self._text(table, "version", ()),
            source=self._said(table, "source", ()),
            standards=standards,
            dimensions=(*named, *(Dimension(word) for word in others)),
            scale=tuple(Grade(*pair) for pair in self._pairs("scale", ("word", "legend"))),
            scale_note=self._said(table, "scale_note", ()),
        )

    def _pairs(self, name: str, fields: tuple[str, str]) -> Iterator[tuple[str, str]]:
        """The tables of a list that hold two texts each, every first one once."""
        seen: dict[str, int] = {}
        for path, table in self._tables(name):
            self._unknown_keys(table, fields, path)
            for field in fields:
                self._needed(table, field, path, f"of a {name}")
            word = self._text(table, fields[0], path)
            if word in seen:
                self._wrong("double", f"{word} is there already, in line {seen[word]}", (*path, fields[0]))
            seen.setdefault(word, line_at(self._lines, (*path, fields[0])))
            yield self._said(table, fields[0], path), self._said(table, fields[1], path)

    def _standards(self) -> Iterator[Standard]:
        seen: dict[str, int] = {}
        for path, table in self._tables("criterion"):
            key = self._text(table, "key", path)
            if key in seen:
                self._wrong("double", f"the criterion {key} is there already, in line {seen[key]}", (*path, "key"))
            if key:
                seen.setdefault(key, line_at(self._lines, (*path, "key")))
            check = self._check(key, path)
            if check is not None or not key:
                yield self._standard(table, check, path)
        if not self._table.get("criterion"):
            self._wrong("missing", "the set has no criterion: write [[criterion]] above each", ())

    def _check(self, key: str, path: Path) -> Criterion | None:
        check = checks().get(key)
        if key and check is None:
            near = difflib.get_close_matches(key, checks(), 1)
            hint = f"is {near[0]} meant?" if near else "one that a person judges has a title and no key"
            self._wrong("no-criterion", f"{key!r} is no criterion that the program checks; {hint}", (*path, "key"))
        return check

    def _standard(self, table: Mapping[str, Any], check: Criterion | None, path: Path) -> Standard:
        what = f"of {check.key}" if check else "of a criterion"
        for name in ("asks", "source", "dimension"):
            self._needed(table, name, path, what)
        title = self._said(table, "title", path)
        if check is None and not title:
            self._wrong("missing", "a criterion that a person judges needs a title; one that is checked, a key", path)
        severity = self._text(table, "severity", path)
        if (severity or check is not None) and severity not in SEVERITIES:
            self._wrong("bad-severity", f"the severity {what} is one of {', '.join(SEVERITIES)}", (*path, "severity"))
        confirmed = table.get("confirmed", True)
        if not isinstance(confirmed, bool):
            self._wrong("not-confirmed", f"confirmed {what} is neither true nor false", (*path, "confirmed"))
        given = {name: value for name, value in table.items() if name not in _WORDS}
        needs = check.needs if check else ()
        found = {name: self._threshold(name, value, (*path, name)) for name, value in given.items() if name in needs}
        read = {name: threshold for name, threshold in found.items() if threshold is not None}
        self._check_thresholds(check, given, path)
        sources = [self._said(table, "source", path), *(source for *_, source, _ in read.values() if source)]
        return Standard(
            title=title or (told(check.title) if check else ""),
            settings=Settings(
                source=in_a_row(dict.fromkeys(s for s in sources if s)) if len(sources) > 1 else sources[0],
                dimension=self._said(table, "dimension", path),
                severity=severity,
                thresholds={name: value for name, (value, *_) in read.items()},
                asks=self._asks(table, read, given, path),
                is_confirmed=confirmed is True and all(is_read for *_, is_read in read.values()),
            ),
            check=check,
        )

    def _threshold(self, name: str, value: object, path: Path) -> tuple[Decimal, str, str, bool] | None:
        """Its value, how it is written, where it comes from and whether that was read; None after saying why not."""
        if isinstance(value, dict):
            return self._of_pack(name, value, path)
        share = _SHARE.fullmatch(value) if isinstance(value, str) else None
        try:
            exact = Decimal(share[1]) / 100 if share else Decimal(str(value))
        except InvalidOperation:
            self._wrong("bad-threshold", f"{name} is neither a number nor a share such as 20 %: {value!r}", path)
            return None
        return exact, threshold_share(exact) if share else number(exact), "", True

    def _of_pack(self, name: str, value: Mapping[str, Any], path: Path) -> tuple[Decimal, str, str, bool] | None:
        """A value of a bundled rule pack: `amount = {pack = "…", value = "…"}`."""
        code, wanted = str(value.get("pack", "")), str(value.get("value", ""))
        file = resources("rulepacks", f"{code}.toml")
        pack = pack_files.parse(file.read_text("utf-8"))[0] if _CODE.fullmatch(code) and file.exists() else None
        stated = pack.values.get(wanted) if pack else None
        if pack is None or stated is None or not isinstance(stated.value, Decimal):
            self._wrong("bad-threshold", f"{name}: there is no rule pack {code!r} with a number {wanted!r}", path)
            return None
        source = told("rule pack {pack}: {source}", pack=pack.name, source=stated.source)
        return stated.value, number(stated.value), source, stated.confirmed

    def _check_thresholds(self, check: Criterion | None, given: Iterable[str], path: Path) -> None:
        needs = check.needs if check else ()
        for name in given:
            if name not in needs:
                near = difflib.get_close_matches(name, (*needs, *_WORDS), 1)
                hint = f"is {near[0]} meant?" if near else f"there are {', '.join((*needs, *_WORDS))}"
                self._wrong("unknown-key", f"{name} is not known here; {hint}", (*path, name))
        for name in needs:
            if name not in given:
                what = check.key if check else ""
                self._wrong("no-threshold", f"the threshold {name} of {what} is missing", path)

    def _asks(
        self, table: Mapping[str, Any], read: Mapping[str, tuple[Decimal, str, str, bool]], given: Iterable[str],
        path: Path,
    ) -> str:  # fmt: skip
        """What it asks for, with the thresholds that it names in braces."""
        text, here = self._text(table, "asks", path), (*path, "asks")
        try:
            fields = [(name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name is not None]
        except ValueError:
            self._wrong("bad-asks", "asks has a brace that is not closed", here)
            return text
        for name, spec in fields:
            if name not in given or spec:
                self._wrong("bad-asks", f"asks names {{{name}}}, which is no threshold of this criterion", here)
        words = {name: shown for name, (_, shown, *_) in read.items()}
        if any(name not in words or spec for name, spec in fields):
            return text
        if self._is_own:
            return text.format(**words)
        return told(text, **words) if fields else told(text)

    def _check_dimensions(self, known: set[str], standards: Iterable[Standard]) -> None:
        used = {one.settings.dimension for one in standards}
        for path, table in self._tables("criterion"):
            word = self._text(table, "dimension", path)
            if word and word not in known:
                near = difflib.get_close_matches(word, known, 1)
                hint = f"is {near[0]} meant?" if near else f"there are {', '.join(sorted(known))}"
                self._wrong("bad-dimension", f"{word} is no dimension of the set; {hint}", (*path, "dimension"))
        for path, table in self._tables("dimension"):
            word = self._text(table, "word", path)
            if word and word not in used:
                self._wrong("bad-dimension", f"no criterion looks at {word}", (*path, "word"))

    def _tables(self, name: str) -> Iterator[tuple[Path, Mapping[str, Any]]]:
        given = self._table.get(name, [])
        if not isinstance(given, list) or not all(isinstance(table, dict) for table in given):
            self._wrong("no-tables", f"{name} is a list of tables: write [[{name}]] above each", (name,))
            return
        yield from (((name, place), table) for place, table in enumerate(given))

    def _needed(self, table: Mapping[str, Any], name: str, path: Path, what: str) -> None:
        if not self._text(table, name, path):
            self._wrong("missing", f"{name} {what} is missing", (*path, name))

    def _said(self, table: Mapping[str, Any], name: str, path: Path) -> str:
        """As `_text`, to be said in other languages where the set is bundled."""
        text = self._text(table, name, path)
        return text if self._is_own or not text else told(text)

    def _text(self, table: Mapping[str, Any], name: str, path: Path) -> str:
        given = table.get(name, "")
        if not isinstance(given, str):
            self._wrong("no-text", f"{name} is no text: put it in quotes", (*path, name))
            return ""
        return " ".join(given.split())

    def _unknown_keys(self, table: Mapping[str, Any], known: tuple[str, ...], path: Path) -> None:
        for key in table:
            if key not in known:
                self._wrong("unknown-key", not_known(key, known), (*path, key))

    def _wrong(self, code: str, text: str, path: Path) -> None:
        problem = Problem(code, text, f"line {line_at(self._lines, path)}")
        if problem not in self.problems:
            self.problems.append(problem)
