"""Projects, partners and awards that rows refer to: each is one record, however many rows name it."""

from __future__ import annotations

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
    """Ids of the records that are there, by code and by name; `uncoded` are those without a code."""

    ids: dict[Hashable, int] = field(default_factory=dict)
    uncoded: set[int] = field(default_factory=set)


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
        there = existing.ids.get(call) or _by_name(call, once, i, existing)
        if there is None:
            new.append(i)
        else:
            matched[i] = ids[call] = there
    changed = differing(batch, once, matched, only_blank=batch.on_same != "update")
    added = insert(batch, once.at(new) if len(new) < len(order) else once)
    for i, new_id in zip(new, added, strict=True):
        ids[order[i]] = new_id
    update(batch, once, matched, changed)
    return list(map(ids.get, calls))


def _by_name(call: Hashable, once: Wanted, i: int, existing: ByName) -> int | None:
    """A record that was known by its name only and now gets its code."""
    if not existing.uncoded or isinstance(call, tuple):
        return None
    name = once.columns.get(NAMED_BY[once.noun][0])
    if name is None or not name[i]:
        return None
    there = existing.ids.get(("name", plain(name[i])))
    return there if there in existing.uncoded else None


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
        if first_of_all is not None and first_of_all(column) == tuple(values):
            continue  # every row says the same
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
    for attribute in (by, "code"):
        wanted_values = {v for v in wanted.columns.get(attribute, ()) if v}
        if not wanted_values:
            continue
        if scope:
            there = workspace.kept_columns(noun, (by, "code"), **scope, **{attribute: wanted_values})
        else:
            there = there_with(batch, noun, (by, "code"), attribute, wanted_values)
        for record, name, code in zip(*(reversed(there[n]) for n in ("id", by, "code")), strict=True):
            if name:
                found.ids.setdefault(("name", plain(name)), record)
            if code:
                found.ids[code] = record
            else:
                found.uncoded.add(record)
    return found
