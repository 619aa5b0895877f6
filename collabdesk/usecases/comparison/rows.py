"""The rows of one table as a comparison tells them, each made when somebody looks at it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.places import address
from collabdesk.domain.scales import field_types
from collabdesk.intake.staged import StagedTable
from collabdesk.usecases.comparison.labels import row_label
from collabdesk.usecases.comparison.old_values import OldValues
from collabdesk.usecases.comparison.told import FieldChange, RowCompared, What
from collabdesk.usecases.keeping import TableKept
from collabdesk.usecases.keeping.edits import Edit, Edits
from collabdesk.usecases.keeping.values import field_names
from collabdesk.usecases.origins import KeptTable

_FOLLOWING = ("status", "achieved")
WHATS = {"added": What.ADDED, "updated": What.CHANGED, "same": What.SAME, "skipped": What.SKIPPED}


@dataclass(slots=True)
class RowMaker:
    """Everything that the rows of one table are made from. `moved` says where a row stood before, by its place;
    `names` how a record that a field refers to is called."""

    table: StagedTable
    own: KeptTable
    kept: TableKept
    edits: Edits
    old_values: OldValues
    moved: Mapping[int, str]
    names: Mapping[tuple[str, int], str]
    by_place: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_place = _by_place(self.table, self.edits, self.kept.table_no)

    def places(self) -> dict[What, Sequence[int]]:
        """The places of each class of rows; each row is in one."""
        outcomes = self.kept.outcomes
        found: dict[What, list[int]] = defaultdict(list)
        if not self.moved and set(outcomes) == {"same"}:
            return {What.SAME: range(len(outcomes))}
        for i, outcome in enumerate(outcomes):
            found[What.MOVED if outcome == "same" and i in self.moved else WHATS[outcome]].append(i)
        return dict(found)

    def make(self, index: int) -> RowCompared:
        """One row."""
        table, outcome = self.table, self.kept.outcomes[index]
        moved_from = self.moved.get(index, "")
        what = What.MOVED if outcome == "same" and moved_from else WHATS[outcome]
        record = self.kept.ids[index]
        return RowCompared(
            index=index,
            row=table.source_rows[index],
            column=table.source_columns[index] if table.source_columns else None,
            what=what,
            noun=self.kept.noun,
            record_id=record if record is not None and self.edits.was_there(self.kept.noun, record) else None,
            label=row_label(table, self.kept.noun, index),
            changes=tuple(c for n in self.by_place.get(index, ()) for c in self._changes(index, self.edits.edit(n))),
            moved_from=moved_from,
        )

    def _changes(self, index: int, edit: Edit) -> list[FieldChange]:
        told = []
        for attribute, (old, new) in edit.fields.items():
            old_from = self.old_values.of(edit, attribute, old)
            name = f"{edit.noun}.{attribute}"
            if attribute.endswith("_id"):
                name, other = name[:-3], attribute[:-3]
                old, new = (self.names.get((other, i), "") if i is not None else "" for i in (old, new))
            currencies = edit.currency if _is_amount(edit.noun, attribute) else ("", "")
            told.append(FieldChange(name, old, new, old_from, self._new_cell(index, edit, attribute), *currencies))
        return told

    def _new_cell(self, index: int, edit: Edit, attribute: str) -> str:
        if f"{edit.noun}.{attribute}" not in self.own.places and not _follows(attribute):
            return ""
        row, column = self._stated_at(index, edit, attribute)
        origin = self.old_values.origins.at(self.own, edit.noun, attribute, row, column)
        return address(origin.sheet, origin.row, origin.column) if origin.row else ""

    def _stated_at(self, index: int, edit: Edit, attribute: str) -> tuple[int, int | None]:
        """Several rows may name one partner; the first that states the field gave its value."""
        values = next((self.table.values[n] for n in field_names(edit.noun, attribute) if n in self.table.values), None)
        ids = self.kept.references.get(edit.noun)
        if values is None or ids is None or values[index] not in (None, ""):
            return edit.row, edit.column
        first = next((i for i, v in enumerate(values) if ids[i] == edit.id and v not in (None, "")), index)
        columns = self.table.source_columns
        return self.table.source_rows[first], columns[first] if columns else None


def _is_amount(noun: str, attribute: str) -> bool:
    return noun in NOUNS and field_types(NOUNS[noun]).get(attribute) == "amount"


def _follows(attribute: str) -> bool:
    return attribute in _FOLLOWING or attribute.endswith("_id")


def _by_place(table: StagedTable, edits: Edits, table_no: int) -> dict[int, list[int]]:
    numbers: dict[Any, list[int]] = defaultdict(list)
    for n, of_table in enumerate(edits.tables):
        if of_table == table_no:
            numbers[edits.place(n)].append(n)
    if not numbers:
        return {}
    columns: Sequence[int | None] = table.source_columns or [None] * table.records
    places = zip(table.source_rows, columns, strict=True)
    return {i: numbers[place] for i, place in enumerate(places) if place in numbers}
