"""From a figure back to the cells of the funders' files that it rests on, with their raw texts and later edits."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

from collabdesk.domain.figures import Basis, Edit, Figure, Source
from collabdesk.domain.places import letters
from collabdesk.domain.problems import Refused
from collabdesk.intake import process
from collabdesk.intake.jobs import CellsJob
from collabdesk.usecases.basis_rows import Row, rows_of_each
from collabdesk.usecases.origins import At, Origin, Origins
from collabdesk.usecases.workspace import Entry, Workspace

MOST_CELLS = 10_000
"""Cells whose raw text `trace` gives; the sources name all of them."""
_MOST_EDITS = 5


@dataclass(frozen=True, slots=True)
class TracedCell:
    """One cell: its address in the kept file, its raw text there, and the record and value that it became."""

    file: str
    sha256: str
    sheet: str
    cell: str
    raw: str
    noun: str
    id: int
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Trace:
    """A figure with everything it rests on. `edits` are changes made after the import, the newest first."""

    figure: Figure
    sources: tuple[Source, ...]
    cells: tuple[TracedCell, ...]
    edits: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Value:
    """One record's field with its origin."""

    noun: str
    field: str
    id: int
    version: int
    value: Any
    origin: Origin


def sources(workspace: Workspace, basis: Basis) -> tuple[Source, ...]:
    """The cells that the basis was read from, by file and sheet; records typed by hand have file ""."""
    return dict(_sources_of_bases(workspace, [basis]))[basis]


def sources_of(workspace: Workspace, figure: Figure) -> tuple[Source, ...]:
    """The cells of all of a figure's bases."""
    return sources_of_each(workspace, [figure])[0]


def sources_of_each(workspace: Workspace, figures: Iterable[Figure]) -> list[tuple[Source, ...]]:
    """The cells of each figure's bases; figures on the same records share one look-up."""
    asked = list(figures)
    known = dict(_sources_of_bases(workspace, [basis for figure in asked for basis in figure.basis]))
    return [tuple(s for basis in figure.basis for s in known[basis]) for figure in asked]


def _sources_of_bases(workspace: Workspace, bases: Iterable[Basis]) -> Iterator[tuple[Basis, tuple[Source, ...]]]:
    origins = Origins(workspace)
    for basis, values in _values_of_each(workspace, bases, origins):
        yield (
            basis,
            tuple(
                replace(source, edits=_edits(origins, some)) if not source.file else source
                for source, some in _parts(values)
            ),
        )


def cells_of(workspace: Workspace, basis: Basis) -> dict[int, str]:
    """The cell that each record's field was read from, as `costs.xlsx[Q2!C5]`; "" where a person typed it."""
    return {v.id: _cell_text(v.origin) for v in _values(workspace, basis)}


def _cell_text(origin: Origin) -> str:
    if not origin.file:
        return ""
    cell = f"{letters(origin.column)}{origin.row}" if origin.row else ""
    return f"{origin.file}[{'!'.join(part for part in (origin.sheet, cell) if part)}]"


def trace(workspace: Workspace, figure: Figure) -> Trace:
    """The figure's sources, the raw texts of their cells read from the kept files, and every later edit."""
    origins = Origins(workspace)
    known = dict(_values_of_each(workspace, figure.basis, origins))
    by_basis = [known[basis] for basis in figure.basis]
    found = tuple(s for values in by_basis for s in _grouped(values))
    # A share rests on its own part and on the whole, which holds the part: each cell is told once.
    values = list({(v.noun, v.field, v.id): v for some in by_basis for v in some}.values())
    edits: list[Entry] = []
    for (noun, field), some in groupby(values, key=lambda v: (v.noun, v.field)):
        edits += origins.edits(noun, [v.id for v in some if v.version > 1], field)
    return Trace(figure, found, tuple(_cells(workspace, values[:MOST_CELLS])), tuple(edits))


def _values(workspace: Workspace, basis: Basis) -> list[_Value]:
    """Every record of the basis whose field states something."""
    return dict(_values_of_each(workspace, [basis], Origins(workspace)))[basis]


def _values_of_each(
    workspace: Workspace, bases: Iterable[Basis], origins: Origins
) -> Iterator[tuple[Basis, list[_Value]]]:
    """The same of many bases, each once: twenty figures of one work package rest on the same few values."""
    by_field: dict[tuple[str, str], dict[int, _Value]] = defaultdict(dict)
    for basis, rows in rows_of_each(workspace, bases):
        known = by_field[basis.noun, basis.field]
        if missing := [row for row in rows if row.id not in known]:
            known |= _with_origins(basis, missing, origins)
        yield basis, [known[row.id] for row in rows]


def _with_origins(basis: Basis, rows: Sequence[Row], origins: Origins) -> dict[int, _Value]:
    noun, field = basis.noun, basis.field
    origins.prepare(noun, (row.id for row in rows if row.version > 1))
    copied = origins.copied([row.id for row in rows if row.at[0] is None]) if noun == "budget" else {}
    found = {}
    for at, version, record_id, value in rows:
        if record_id in copied and not (version > 1 and origins.was_set(noun, field, record_id, value)):
            origin = origins.of_copied(copied[record_id], field, value)
        else:
            origin = _origin(origins, basis, at, record_id, version, value)
        found[record_id] = _Value(noun, field, record_id, version, value, origin)
    return found


def _origin(origins: Origins, basis: Basis, at: At, id: int, version: int, value: Any) -> Origin:
    if version > 1:
        return origins.of_edited(basis.noun, basis.field, id, value, at)
    batch_id, table_no, row, column = at
    table = origins.table(batch_id, table_no) if batch_id and table_no else None
    return origins.at(table, basis.noun, basis.field, row or 0, column) if table is not None else Origin()


def _grouped(values: Iterable[_Value]) -> tuple[Source, ...]:
    return tuple(source for source, _ in _parts(values))


def _edits(origins: Origins, values: list[_Value]) -> tuple[Edit, ...]:
    """The latest changes by hand, of as many values as a reader takes in."""
    edited = [v for v in values if v.version > 1][:_MOST_EDITS]
    found = [e for v in edited for e in origins.edits(v.noun, [v.id], v.field)[:1]]
    # The day is enough to find it in the journal, and books built anew on the same day say the same.
    return tuple(Edit(e.at[:10], e.person, _plain(e.old), _plain(e.new)) for e in found)


def _plain(value: Any) -> str:
    return "" if value is None else f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def _parts(values: Iterable[_Value]) -> list[tuple[Source, list[_Value]]]:
    """The values by file and sheet."""
    groups: dict[tuple[str, str, str], list[_Value]] = defaultdict(list)
    for value in values:
        groups[value.origin.file, value.origin.sha256, value.origin.sheet].append(value)
    return [(_source(*key, some), some) for key, some in groups.items()]


def _source(file: str, sha256: str, sheet: str, values: list[_Value]) -> Source:
    cells = {(v.origin.row, v.origin.column) for v in values if v.origin.row}
    numbers = [v.value for v in values if isinstance(v.value, Decimal)]
    total = sum(numbers, Decimal(0)) if numbers else None
    return Source(file, sha256, sheet, runs(cells), len(values), total)


def runs(cells: Iterable[tuple[int, int]]) -> str:
    """Cells in spreadsheet notation, neighbours in a column joined: `C5:C18, C20`; cells of one row likewise."""
    by_column: dict[int, list[int]] = defaultdict(list)
    for row, column in cells:
        by_column[column].append(row)
    single_rows = {rows[0] for rows in by_column.values() if len(rows) == 1}
    if len(by_column) > 1 and len(single_rows) == 1 and all(len(r) == 1 for r in by_column.values()):
        row = single_rows.pop()
        return ", ".join(_run(f"{letters(a)}{row}", f"{letters(b)}{row}") for a, b in _joined(sorted(by_column)))
    parts = []
    for column in sorted(by_column):
        name = letters(column)
        parts += [_run(f"{name}{a}", f"{name}{b}") for a, b in _joined(sorted(by_column[column]))]
    return ", ".join(parts)


def _run(first: str, last: str) -> str:
    return first if first == last else f"{first}:{last}"


def _joined(numbers: list[int]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for number in numbers:
        if joined and number == joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], number)
        else:
            joined.append((number, number))
    return joined


def _cells(workspace: Workspace, values: list[_Value]) -> Iterator[TracedCell]:
    by_file: dict[str, list[_Value]] = defaultdict(list)
    for value in values:
        by_file[value.origin.sha256].append(value)
    for sha256, some in by_file.items():
        raws = _raw_texts(workspace, sha256, some) if sha256 else [""] * len(some)
        for value, raw in zip(some, raws, strict=True):
            o = value.origin
            cell = f"{letters(o.column)}{o.row}" if o.row else ""
            shown = f"{value.value:f}" if isinstance(value.value, Decimal) else str(value.value)
            yield TracedCell(o.file, o.sha256, o.sheet, cell, raw, value.noun, value.id, value.field, shown)


def _raw_texts(workspace: Workspace, sha256: str, values: list[_Value]) -> list[str]:
    """The cells' texts as they stand in the kept file, which is read in the child like any foreign file."""
    wanted = tuple((v.origin.sheet, v.origin.row, v.origin.column) for v in values)
    with tempfile.TemporaryDirectory(prefix="collabdesk") as folder:
        path = Path(folder) / "source"
        path.write_bytes(workspace.file_bytes(sha256))
        for word, *told in process.run(CellsJob(str(path), cells=wanted)):
            if word == "cells":
                return list(told[0])
    raise Refused("The kept file could not be read again.", "unreadable")
