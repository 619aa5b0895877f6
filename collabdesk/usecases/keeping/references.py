"""Projects, partners and awards that rows refer to: each is one record, however many rows name it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Any

from collabdesk.domain.places import letters
from collabdesk.domain.problems import Problem, Severity
from collabdesk.domain.records import Record
from collabdesk.usecases.keeping.batch import BatchKeeping
from collabdesk.usecases.keeping.records import came_from, insert
from collabdesk.usecases.keeping.values import Columns, Wanted, changes

# How a record is named when it has no code.
NAMED_BY = {"project": ("title", "acronym"), "partner": ("name", "short_name"), "award": ("title",)}


def named(noun: str, columns: Columns, count: int) -> list[Hashable]:
    """What each row calls the record: its code, else its name; None where it names none."""
    codes = columns.get("code") or [""] * count
    names: list[str] = [""] * count
    for attribute in reversed(NAMED_BY[noun]):
        if attribute in columns:
            names = [str(n) if n else old for n, old in zip(columns[attribute], names, strict=True)]
    if "code" in columns and all(codes):
        return list(codes)
    return [c or (("name", " ".join(n.split()).casefold()) if n else None) for c, n in zip(codes, names, strict=True)]


def refer(batch: BatchKeeping, wanted: Wanted, existing: dict[Hashable, Record]) -> list[int | None]:
    """Each row's record: one of `existing` (by code or name), else added. Blank fields of those there are filled,
    and differing ones updated where the person wants it."""
    calls = named(wanted.noun, wanted.columns, wanted.count)
    firsts: dict[Hashable, int] = {}
    for i in range(wanted.count - 1, -1, -1):
        firsts[calls[i]] = i
    firsts.pop(None, None)
    order = sorted(firsts, key=firsts.__getitem__)
    once = _first_stated(batch, wanted, calls, [firsts[c] for c in order])
    ids: dict[Hashable, int] = {}
    new = []
    updates = []
    for i, call in enumerate(order):
        record = existing.get(call) or _by_name(call, once, i, existing)
        if record is None:
            new.append(i)
            continue
        ids[call] = record.id or 0
        changed = changes(record, once.columns, i, only_blank=batch.on_same != "update")
        if changed:
            updates.append(replace(record, **changed))
            came_from(batch, once, i, ids[call])
    added = insert(batch, once.at(new) if len(new) < len(order) else once)
    for i, new_id in zip(new, added, strict=True):
        ids[order[i]] = new_id
    if updates:
        batch.step.update_many(updates)
    get = ids.get
    return [get(c) for c in calls]


def _by_name(call: Hashable, once: Wanted, i: int, existing: dict[Hashable, Record]) -> Record | None:
    """A record that was known by its name only and now gets its code."""
    if isinstance(call, tuple):
        return None
    name = once.columns.get(NAMED_BY[once.noun][0])
    record = existing.get(("name", " ".join(str(name[i]).split()).casefold())) if name is not None and name[i] else None
    return record if record is not None and not getattr(record, "code", "") else None


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
    for name, values in wanted.columns.items():
        column = once.columns[name]
        if list(map(column.__getitem__, numbers)) == list(values):
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


def existing_by_name(batch: BatchKeeping, wanted: Wanted, **scope: object) -> dict[Hashable, Record]:
    """The records that are there and that the rows may mean, by code and by name."""
    workspace = batch.workspace
    noun = wanted.noun
    if not workspace.count(noun):
        return {}
    found: dict[Hashable, Record] = {}
    by = NAMED_BY[noun][0]
    for attribute in (by, "code"):
        wanted_values = {v for v in wanted.columns.get(attribute, ()) if v}
        if not wanted_values:
            continue
        for record in reversed(workspace.find(noun, **scope, **{attribute: wanted_values})):
            name = " ".join(str(getattr(record, by)).split()).casefold()
            if name:
                found.setdefault(("name", name), record)
            if getattr(record, "code", ""):
                found[getattr(record, "code", "")] = record
    return found
