"""Projects, partners and awards that rows refer to: each is one record, however many rows name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from collabdesk.domain.places import letters
from collabdesk.domain.problems import Problem, Severity
from collabdesk.usecases.keeping.batch import BatchKeeping
from collabdesk.usecases.keeping.comparing import differing, there_with, update
from collabdesk.usecases.keeping.records import insert
from collabdesk.usecases.keeping.values import Columns, Wanted

_AT_ONCE = 5000  # names between two moments at which an import can be given up
# How a record is named when it has no code.
NAMED_BY = {"project": ("title", "acronym"), "partner": ("name", "short_name"), "award": ("title",)}


def named(noun: str, columns: Columns, count: int) -> list[Hashable]:
    """What each row calls the record: its code, else its name; None where it names none."""
    codes = columns.get("code") or [""] * count
    if "code" in columns and all(codes):
        return list(codes)
    names: list[str] = [""] * count
    for attribute in reversed(NAMED_BY[noun]):
        if attribute in columns:
            names = [str(n) if n else old for n, old in zip(columns[attribute], names, strict=True)]
    return [c or (("name", plain(n)) if n else None) for c, n in zip(codes, names, strict=True)]


@dataclass(slots=True)
class ByName:
    """Ids of the records that are there, by code and by name; `uncoded` are those without a code.

    `filling` are the rows found by another name of the record: they fill its blanks and change nothing.
    """

    ids: dict[Hashable, int] = field(default_factory=dict)
    uncoded: set[int] = field(default_factory=set)
    filling: set[int] = field(default_factory=set)

    @property
    def knows_any(self) -> bool:
        """Whether anything could be found at all."""
        return bool(self.ids)

    def find(self, call: Hashable, wanted: Wanted, i: int) -> int | None:
        """The record that row `i` calls so. One that was known by its name only gets the first code that comes."""
        there = self.ids.get(call)
        if there is None and self.uncoded and not isinstance(call, tuple):
            names = (wanted.columns[n][i] for n in NAMED_BY[wanted.noun] if n in wanted.columns)
            known = (self.ids.get(("name", plain(n))) for n in names if n)
            there = next((k for k in known if k in self.uncoded), None)
            self.uncoded -= {there}
        return there


def refer(batch: BatchKeeping, wanted: Wanted, existing: ByName) -> list[int | None]:
    """Each row's record: one of `existing` (by code or name), else added. Blank fields of those there are filled,
    and differing ones updated where the person wants it."""
    calls = named(wanted.noun, wanted.columns, wanted.count)
    firsts = dict(zip(reversed(calls), range(wanted.count - 1, -1, -1), strict=True))
    firsts.pop(None, None)
    order = sorted(firsts, key=firsts.__getitem__)
    once = _first_stated(batch, wanted, calls, [firsts[c] for c in order])
    ids: dict[Hashable, int] = {}
    new = []
    matched: dict[int, int] = {}
    for i, call in enumerate(order):
        if i % _AT_ONCE == 0:
            batch.check()
        there = existing.find(call, once, i) if existing.knows_any else None
        if there is None:
            new.append(i)
        else:
            matched[i] = ids[call] = there
    direct = {i: there for i, there in matched.items() if i not in existing.filling}
    filling = {i: there for i, there in matched.items() if i in existing.filling}
    changed = differing(batch, once, direct, only_blank=batch.on_same != "update")
    changed |= differing(batch, once, filling, only_blank=True)
    update(batch, once, matched, changed)
    twice = _called_twice(once, order, new)
    new = [i for i in new if i not in twice]
    added = insert(batch, once.at(new) if len(new) < len(order) else once)
    for i, new_id in zip(new, added, strict=True):
        ids[order[i]] = new_id
    for i, coded in twice.items():
        ids[order[i]] = ids[order[coded]]
    return list(map(ids.get, calls))


def _called_twice(once: Wanted, order: Sequence[Hashable], new: Sequence[int]) -> dict[int, int]:
    """Of the new ones, those that some rows call by name only and others by a code: which is which."""
    uncoded = {order[i]: i for i in new if isinstance(order[i], tuple)}
    names = once.columns.get(NAMED_BY[once.noun][0])
    if not uncoded or len(uncoded) == len(new) or names is None:
        return {}
    found: dict[int, int] = {}
    for i in new:
        if not isinstance(order[i], tuple) and names[i] and ("name", plain(names[i])) in uncoded:
            found.setdefault(uncoded["name", plain(names[i])], i)
    return found


def plain(name: object) -> str:
    """A name as two spellings of it are compared."""
    return " ".join(str(name).split()).casefold()


def _first_stated(batch: BatchKeeping, wanted: Wanted, calls: Sequence[Hashable], firsts: list[int]) -> Wanted:
    """One record for each name: the first row that states a field decides; where later rows differ, a note says so."""
    once = wanted.at(firsts)
    if len(firsts) == wanted.count:
        return once
    number = {calls[i]: n for n, i in enumerate(firsts)}
    if None in calls:
        named_rows = [i for i, call in enumerate(calls) if call is not None]
        wanted, calls = wanted.at(named_rows), [calls[i] for i in named_rows]
    numbers = list(map(number.__getitem__, calls))
    first_of_all = itemgetter(*numbers) if len(numbers) > 1 else None
    for name, values in wanted.columns.items():
        batch.check()
        column = once.columns[name]
        firsts_of_all = first_of_all(column) if first_of_all is not None else ()
        if firsts_of_all == tuple(values):  # most often every row says the same
            continue
        if firsts_of_all and not _has_blank(column):  # nothing to fill
            pairs = enumerate(zip(firsts_of_all, values, strict=True))
            differing = [i for i, (a, b) in pairs if a != b and b is not None and b != ""]
            if differing:
                _note_difference(batch, wanted, name, len(differing), differing[0])
            continue
        stated: list[Any] = [None] * len(firsts)
        differing = []
        for i, (n, value) in enumerate(zip(numbers, values, strict=True)):
            if value is None or value == "":
                continue
            if stated[n] is None:
                stated[n] = value
            elif stated[n] != value:
                differing.append(i)
        once.columns[name] = [old if new is None else new for new, old in zip(stated, column, strict=True)]
        if differing:
            _note_difference(batch, wanted, name, len(differing), differing[0])
    return once


def _has_blank(values: Sequence[Any]) -> bool:
    return None in values or "" in values


def _note_difference(batch: BatchKeeping, wanted: Wanted, name: str, differing: int, first: int) -> None:
    row, column = wanted.place(first)
    cell = f"{letters(column)}{row}" if column else f"row {row}"
    noun = wanted.noun
    text = f"{differing} rows state another {name} than the first row of the same {noun} (first: {cell})"
    batch.kept.notes.append(Problem("rows-differ", text, "", Severity.NOTE))


def existing_by_name(batch: BatchKeeping, wanted: Wanted, **scope: object) -> ByName:
    """The records that are there and that the rows may mean."""
    workspace = batch.workspace
    noun = wanted.noun
    found = ByName()
    if not workspace.count(noun):
        return found
    by = NAMED_BY[noun][0]
    names = [n for n in NAMED_BY[noun] if n in wanted.columns]
    called = {v for n in names for v in wanted.columns[n] if v}
    wanted_values = {by: called, "code": {v for v in wanted.columns.get("code", ()) if v}}
    codes = wanted.columns.get("code", ())
    is_coded = bool(codes) and all(codes)
    for attribute in [*names, "code"]:
        if not (values := wanted_values.get(attribute, called)):
            continue
        if is_coded and attribute != "code":  # only what has no code yet is then known by its name
            there = workspace.kept_columns(noun, (attribute, "code"), **scope, code="")
        elif scope:
            there = workspace.kept_columns(noun, (attribute, "code"), **scope, **{attribute: values})
        else:
            there = there_with(batch, noun, (attribute, "code"), attribute, values)
        # The first of several wins; an acronym that several have names none of them.
        for record, name, code in zip(*(reversed(there[n]) for n in ("id", attribute, "code")), strict=True):
            if attribute == "code":
                found.ids[code] = record
            elif attribute == by and name:
                found.ids["name", plain(name)] = record
            if not code:
                found.uncoded.add(record)
        if attribute not in (by, "code"):
            _add_short_names(found, there, attribute)
    return found


def _add_short_names(found: ByName, there: Columns, attribute: str) -> None:
    """What is called by its acronym alone is found where just one has that acronym."""
    names = list(map(plain, there[attribute]))
    times = Counter(names)
    once = (("name", name, record) for name, record in zip(names, there["id"], strict=True) if times[name] == 1)
    found.ids = {(word, name): record for word, name, record in once} | found.ids
