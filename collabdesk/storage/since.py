"""What was changed since a step, and still is: which records, of which projects, by whom and when."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from collabdesk.storage.bulk import Run, joined
from collabdesk.storage.driver import fetch
from collabdesk.storage.journal import BULK_ADDED, BULK_DELETED, CHANGE, DELETED, STEP, UPDATED, ChangeRow
from collabdesk.storage.schema import TABLES
from collabdesk.storage.touched import rows_of

_BACK = "undo"


@dataclass(slots=True)
class Touched:
    """One noun's records in one step. `fields` has the ids of those changed by field; `runs` all that are there.

    `projects` are those that the records belong to; None among them stands for a noun that belongs to no project.
    """

    step: int
    at: str
    person: str
    label: str
    act: str
    noun: str
    runs: list[Run] = field(default_factory=list)
    fields: dict[str, set[int]] = field(default_factory=dict)
    projects: set[int | None] = field(default_factory=set)
    has_deleted: bool = False

    def holds_any(self, ids: Sequence[int]) -> bool:
        """Whether the step added or changed one of these records, given in ascending order."""
        return any(bisect_left(ids, first) < bisect_right(ids, last) for first, last in self.runs)


def since(connection: Connection, step_id: int, nouns_left_out: Iterable[str] = ()) -> list[Touched]:
    """What the steps after this one did and no later one took back, oldest first; an undone step is not told."""
    left_out = set(nouns_left_out)
    standing = _standing(connection, step_id)
    found: dict[tuple[int, str], Touched] = {}
    query = select(CHANGE).where(CHANGE.c.step_id > step_id).order_by(CHANGE.c.id)
    for row in fetch(connection, query):
        change = ChangeRow(*row)
        if change.step_id not in standing or change.noun in left_out:
            continue
        at, person, label, act = standing[change.step_id]
        key = (change.step_id, change.noun)
        _add(found.setdefault(key, Touched(change.step_id, at, person, label, act, change.noun)), change)
    for touched in found.values():
        touched.runs = joined(touched.runs)
        touched.projects |= set(_projects(connection, touched.noun, touched.runs))
    return list(found.values())


def _standing(connection: Connection, step_id: int) -> dict[int, tuple[str, str, str, str]]:
    """The steps after this one that are not undone; an undo of an earlier one stands by itself."""
    query = select(STEP.c.id, STEP.c.at, STEP.c.person, STEP.c.label, STEP.c.act, STEP.c.reverses)
    standing: dict[int, tuple[str, str, str, str]] = {}
    undone: dict[int, tuple[int, tuple[str, str, str, str]]] = {}
    for number, at, person, label, act, reverses in fetch(connection, query.where(STEP.c.id > step_id)):
        if reverses in standing and act == _BACK:
            undone[number] = (reverses, standing.pop(reverses))
        elif reverses in undone:
            again, words = undone.pop(reverses)
            standing[again] = words
        elif reverses in standing:
            del standing[reverses]
        else:
            standing[number] = (at, person, label, act)
    return standing


def _add(touched: Touched, change: ChangeRow) -> None:
    if change.kind in (DELETED, BULK_DELETED):
        touched.has_deleted = True
        touched.projects |= {row.get("project_id") for row in rows_of(change)}
        return
    touched.runs += (
        [(a, b) for a, b in json.loads(change.body)]
        if change.kind == BULK_ADDED
        else [(change.first_id, change.last_id)]
    )
    if change.kind == UPDATED:
        for name, (old, _) in json.loads(change.body).items():
            if name != "version":
                touched.fields.setdefault(name, set()).add(change.first_id)
            if name == "project_id":
                touched.projects.add(old)


def _projects(connection: Connection, noun: str, runs: list[Run]) -> Iterator[int | None]:
    """The projects that these records belong to; None for a noun that belongs to none."""
    if noun == "project":
        yield from (i for first, last in runs for i in range(first, last + 1))
        return
    table = TABLES[noun]
    if "project_id" not in table.c:
        yield None
        return
    groups: dict[bool, list[Run]] = defaultdict(list)
    for run in runs:
        groups[run[0] == run[1]].append(run)
    for first, last in groups[False]:
        query = select(table.c.project_id).where(table.c.id.between(first, last)).distinct()
        yield from (project for (project,) in fetch(connection, query))
    single = [first for first, _ in groups[True]]
    for start in range(0, len(single), 10_000):
        query = select(table.c.project_id).where(table.c.id.in_(single[start : start + 10_000])).distinct()
        yield from (project for (project,) in fetch(connection, query))


def step_of(connection: Connection, noun: str, record_id: int) -> int:
    """The step that added the record, the last time it was added; 0 for one that the journal does not know."""
    query = select(CHANGE.c.step_id, CHANGE.c.kind, CHANGE.c.body).where(
        CHANGE.c.noun == noun, CHANGE.c.first_id <= record_id, CHANGE.c.last_id >= record_id
    )
    found = [row for row in fetch(connection, query.order_by(CHANGE.c.id)) if row[1] in ("added", BULK_ADDED)]
    return int(found[-1][0]) if found else 0
