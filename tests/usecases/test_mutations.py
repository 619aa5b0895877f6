"""One changed source cell changes the figures that trace to it, and no other.

Every figure of the samples says what it rests on. Here one value after another of what they rest on is changed, and all
figures of the project are computed again: whatever moves must have said so. A figure that counts records (its basis is
their `id`) rests on the whole record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from collabdesk import paths
from collabdesk.domain.dates import earliest
from collabdesk.domain.figures import Figure
from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.problems import Refused
from collabdesk.domain.scales import field_types
from collabdesk.usecases import demo_books, figures, imports
from collabdesk.usecases.basis_rows import rows_of_each
from collabdesk.usecases.demo import AS_OF, SAMPLES
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database

Cell = tuple[str, str, int]  # noun, field, record
PROJECTS = ("101998877", "MRF-CONSTRUCTION", "PCN-2301")


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace.open(fresh_database(tmp_path_factory.mktemp("books")), person="test") as workspace:
        for sample in SAMPLES:
            staged = imports.look_at([paths.resources("samples", sample.file)], sample.options, workspace=workspace)
            imports.accept(workspace, staged)
        demo_books.keep_books(workspace)
        yield workspace


def computed(workspace: Workspace, code: str) -> dict[str, Figure]:
    return {f.id: f for f in figures.figures(workspace, code, AS_OF)}


def rests_on(workspace: Workspace, found: dict[str, Figure]) -> dict[Cell, set[str]]:
    """The figures that name each cell."""
    bases = [basis for figure in found.values() for basis in figure.basis]
    known = {basis: [row.id for row in rows] for basis, rows in rows_of_each(workspace, bases)}
    named: dict[Cell, set[str]] = defaultdict(set)
    for figure in found.values():
        for basis in figure.basis:
            for number in known[basis]:
                named[basis.noun, basis.field, number].add(figure.id)
    return named


def changed(noun: str, field: str, value: Any) -> Any:
    """Another value of the same kind; None where there is none to try."""
    word = field_types(NOUNS[noun]).get(field)
    if value is None:
        return None
    if word == "amount":
        return value * Decimal("1.1") + Decimal("0.37")
    if word == "quantity":
        return value * Decimal("0.93")
    if word == "bool":
        return not value
    return (earliest(value) + timedelta(days=41)).isoformat() if word == "date" and value else None


def tries(before: dict[str, Figure], named: dict[Cell, set[str]], met: set[tuple[str, str, str]]) -> Iterator[Cell]:
    """One cell of each field, the one that most figures name, where a rule rests on the field that none did before."""
    for noun, field in dict.fromkeys((noun, field) for noun, field, _ in named):
        cell = max((c for c in named if c[:2] == (noun, field)), key=lambda c: (len(named[c]), -c[2]))
        rules = {(noun, field, before[i].rule) for i in named[cell]}
        if not rules <= met:
            met |= rules
            yield cell


def test_a_changed_cell_moves_only_figures_that_trace_to_it(books: Workspace) -> None:
    met: set[tuple[str, str, str]] = set()
    for code in PROJECTS:
        before = computed(books, code)
        named = rests_on(books, before)
        of_record: dict[tuple[str, int], set[str]] = defaultdict(set)
        for (noun, field, number), ids in named.items():
            if field == "id":
                of_record[noun, number] |= ids
        all_moved: set[str] = set()
        for cell in tries(before, named, met):
            noun, field, number = cell
            record = books.get(noun, number)
            new = changed(noun, field, getattr(record, field))
            if new is None or new == getattr(record, field):
                continue
            try:
                with books.rehearsing() as step:
                    step.update(replace(record, **{field: new}))
                    after = computed(books, code)
            except Refused:
                continue  # a closed period or an approved budget version keeps its cells
            moved = {i for i in before.keys() | after.keys() if value_of(before, i) != value_of(after, i)}
            all_moved |= moved
            strangers = moved - named[cell] - of_record[noun, number] - (after.keys() - before.keys())
            assert not strangers, f"{noun}.{field} of {number} also moves {sorted(strangers)[:8]}"
        assert len(all_moved) > 10


def value_of(found: dict[str, Figure], number: str) -> Any:
    return found[number].value if number in found else "not there"


def test_a_sum_moves_by_what_its_cell_moved(books: Workspace) -> None:
    before = computed(books, PROJECTS[1])
    total = before["F2-received"]
    ((_, rows),) = rows_of_each(books, total.basis[:1])
    number = rows[0].id
    record = books.get("contribution", number)
    with books.rehearsing() as step:
        step.update(replace(record, received=record.received + Decimal("12.34")))
        after = computed(books, PROJECTS[1])
    assert after["F2-received"].value - total.value == Decimal("12.34")
