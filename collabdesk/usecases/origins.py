"""Where single values came from: the cell that an import read them from, or the person who typed them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from collabdesk.domain.batches import Batch, SourceFile, SourceTable
from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.places import Place
from collabdesk.intake.canonical import canonical
from collabdesk.usecases.workspace import Act, Entry, Workspace

# A status follows from the funder's word; a milestone's achievement from its "Forecast / Actual" date.
_FOLLOWS = {"status": ("funder_status", "achieved", "submitted_on"), "achieved": ("forecast",)}
# A reference was read from the words that name what it refers to.
_REFERS = {
    "partner_id": ("partner.name", "partner.short_name", "partner.code", "project.coordinator", "project.lead"),
    "project_id": ("project.code", "project.acronym", "project.title"),
}
# Said once, in a header, by the funder or by a person, unless it has a column of its own.
_OF_THE_TABLE = frozenset({"currency"})
_SAYS_WHO = ("code", "title", "name", "finding", "category", "description", "role")
_IMPORTED = (Act.IMPORT, Act.EDIT, Act.AUDIT, Act.REPORT, Act.RESTORE)


At = tuple[int | None, int | None, int | None, int | None]
"""Batch, table, row, column."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A cell of a kept file; `row` 0 when the table says nothing of the field. All "" when typed by hand."""

    file: str = ""
    sha256: str = ""
    sheet: str = ""
    row: int = 0
    column: int = 0


@dataclass(slots=True)
class KeptTable:
    """A table of a batch as it was kept: its file, where it keeps each field, and which rows updated which records."""

    file: SourceFile
    sheet: str
    places: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    updated: dict[str, dict[int, tuple[int, int | None]]] = field(default_factory=dict)
    updated_later: dict[str, dict[int, dict[str, tuple[int, int | None]]]] = field(default_factory=dict)


class Origins:
    """Looks up origins; keeps what it has read of batches, so one is made for each question and not kept longer."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._tables: dict[int, dict[int, KeptTable]] = {}
        self._standing: set[int | None] | None = None
        self._changes: dict[str, dict[int, list[Entry]]] = {}

    def table(self, batch_id: int, table_no: int) -> KeptTable | None:
        """A table of a batch, None when there is none of that number."""
        return self._batch(batch_id).get(table_no)

    def place(self, table: KeptTable, noun: str, attribute: str, row: int) -> Place | None:
        """Where the table keeps a field of the record in a row; for a field that it does not have, what says which
        record it is."""
        if attribute in _OF_THE_TABLE:
            return next((p for p in table.places.get(f"{noun}.{attribute}", ()) if p.is_of(row)), None)
        named = (f"{noun}.{name}" for name in (attribute, *_FOLLOWS.get(attribute, ()), *_SAYS_WHO))
        for name in (*_REFERS.get(attribute, ()), *named):
            for place in table.places.get(name, ()):
                if place.is_of(row):
                    return place
        mine = [p for name, p in table.places.items() if name.startswith(f"{noun}.")]
        return next((p for places in mine or table.places.values() for p in places if p.is_of(row)), None)

    def at(self, table: KeptTable, noun: str, attribute: str, row: int, column: int | None) -> Origin:
        """The cell of one record's field."""
        place = self.place(table, noun, attribute, row)
        cell = place.cell(row, column) if place is not None and row else (0, 0)
        return Origin(table.file.name, table.file.sha256, table.sheet, *cell)

    def of_edited(self, noun: str, attribute: str, id: int, value: Any, first: At) -> Origin:
        """The origin of a field of a record that was changed since it was added; `first` is where the record itself
        came from: batch, table, row, column."""
        entry = self._last_change(noun, attribute, id, value)
        if entry is None:
            batch_id, table_no, row, column = first
            table = self.table(batch_id, table_no) if batch_id and table_no else None
            return self.at(table, noun, attribute, row or 0, column) if table is not None else Origin()
        if entry.batch_id is not None:
            tables = self._batch(entry.batch_id).values()
            later = ((t, t.updated_later.get(noun, {}).get(id, {}).get(attribute)) for t in tables)
            earlier = ((t, t.updated.get(noun, {}).get(id)) for t in tables)
            for table, at in (*later, *earlier):
                if at is not None:
                    return self.at(table, noun, attribute, *at)
        return Origin()

    def copied(self, ids: Sequence[int]) -> dict[int, list[BudgetLine]]:
        """Of these budget lines those that were copied into a version, each with the lines it goes back to, the one it
        was copied from first."""
        known: dict[int | None, BudgetLine] = {}
        wanted = set(ids)
        while wanted:
            for line in cast("list[BudgetLine]", self._workspace.find("budget", id=sorted(wanted))):
                known[line.id] = line
            wanted = {line.budget_id for line in known.values() if line.budget_id} - known.keys() - wanted
        self.prepare("budget", (i for i in known if i is not None))
        return {i: found for i in ids if (found := list(_ancestors(known, i)))}

    def of_copied(self, ancestors: Sequence[BudgetLine], attribute: str, value: Any) -> Origin:
        """The origin of a copied line's field: the cell of the line it goes back to, if that ever said the same."""
        for line in ancestors:
            if getattr(line, attribute) != value and not self._once_said(line, attribute, value):
                break
            if line.batch_id is not None:
                at = (line.batch_id, line.table_no, line.source_row, line.source_column)
                return self.of_edited("budget", attribute, line.id or 0, value, at)
        return Origin()

    def was_set(self, noun: str, attribute: str, id: int, value: Any) -> bool:
        """Whether the field got this value by a later change of the record itself."""
        return self._last_change(noun, attribute, id, value) is not None

    def _once_said(self, line: BudgetLine, attribute: str, value: Any) -> bool:
        return any(e.old == value for e in self.edits("budget", [line.id or 0], attribute))

    def edits(self, noun: str, ids: Iterable[int], attribute: str) -> list[Entry]:
        """Every later change of the field in these records, the newest first."""
        numbers = list(ids)
        self.prepare(noun, numbers)
        found = [e for i in numbers for e in self._changes[noun][i] if e.field == attribute]
        return sorted(found, key=lambda e: -e.step)

    def prepare(self, noun: str, ids: Iterable[int]) -> None:
        """Read at once what was changed in these records, which single questions would read one by one."""
        known = self._changes.setdefault(noun, {})
        if missing := sorted({i for i in ids if i not in known}):
            known |= self._workspace.field_changes(noun, missing)

    def _last_change(self, noun: str, attribute: str, id: int, value: Any) -> Entry | None:
        self.prepare(noun, [id])
        for entry in self._changes[noun][id]:
            # Undo and redo bring back what another step has made; that step is the origin.
            is_it = entry.field == attribute and entry.new == value
            if is_it and entry.act in _IMPORTED and self._stands(entry.batch_id):
                return entry
        return None

    def _stands(self, batch_id: int | None) -> bool:
        """Whether an import was not undone or reverted since: then what it wrote was written again by another."""
        if self._standing is None:
            self._standing = {b.id for b in cast("list[Batch]", self._workspace.find("batch")) if b.status != "undone"}
        return batch_id is None or batch_id in self._standing

    def _batch(self, batch_id: int) -> dict[int, KeptTable]:
        if batch_id not in self._tables:
            files = {f.id: cast(SourceFile, f) for f in self._workspace.find("source_file", batch_id=batch_id)}
            tables = cast("list[SourceTable]", self._workspace.find("source_table", batch_id=batch_id))
            self._tables[batch_id] = {t.table_no or 0: _kept(t, files[t.file_id]) for t in tables}
        return self._tables[batch_id]


def _ancestors(known: Mapping[int | None, BudgetLine], id: int) -> Iterator[BudgetLine]:
    line = known.get(id)
    # What a transfer names is no line that it was copied from: that one is of the same version.
    while line is not None and line.basis != "transfer" and (line := known.get(line.budget_id)) is not None:
        yield line


def _kept(table: SourceTable, file: SourceFile) -> KeptTable:
    kept = KeptTable(file, table.sheet)
    known = canonical()
    for name, places in json.loads(table.mapping).items():
        if name == "*updated":
            kept.updated = {n: {int(i): (at[0], at[1]) for i, at in ids.items()} for n, ids in places.items()}
        elif name == "*updated_later":
            kept.updated_later = {
                n: {int(i): {f: (at[0], at[1]) for f, at in fields.items()} for i, fields in ids.items()}
                for n, ids in places.items()
            }
        elif name in known:
            target = known[name]
            kept.places[f"{target.noun}.{target.attribute}"] = tuple(_place(p) for p in places)
    return kept


def _place(said: dict[str, Any]) -> Place:
    return Place(**(said | {"only": tuple(said.get("only", ()))}))
