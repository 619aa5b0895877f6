"""Where an old value came from and where its new one stands, as a person would look them up."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from collabdesk.domain.batches import SourceFile
from collabdesk.domain.dates import in_words
from collabdesk.domain.places import address, letters
from collabdesk.intake.canonical import canonical
from collabdesk.intake.staged import StagedFile, StagedTable
from collabdesk.usecases.keeping.edits import Edit, Edits
from collabdesk.usecases.origins import At, KeptTable, Origin, Origins
from collabdesk.usecases.workspace import Workspace

_WHERE = ("batch_id", "table_no", "source_row", "source_column", "version")
BY_HAND = "entered by hand"


def kept_table(file: StagedFile, table: StagedTable) -> KeptTable:
    """A staged table as origins want it: where it keeps each field of the records."""
    kept = KeptTable(SourceFile(name=file.name, sha256=file.sha256), table.sheet)
    known = canonical()
    for name, places in table.places().items():
        if name in known:
            kept.places[f"{known[name].noun}.{known[name].attribute}"] = tuple(places)
    return kept


def cell_of(origin: Origin) -> str:
    """`orgs 2023.xlsx, organization!U17`, as much of it as is known."""
    cell = address(origin.sheet, origin.row, origin.column) if origin.row else origin.sheet
    return f"{origin.file}, {cell}" if cell else origin.file


def row_of(file: str, sheet: str, row: int, column: int | None) -> str:
    """`orgs 2023.xlsx, organization, row 17`."""
    place = f"row {row}" + (f", column {letters(column)}" if column else "")
    return ", ".join(part for part in (file, sheet, place) if part)


@dataclass(slots=True)
class OldValues:
    """Looks up where old values came from. `at` says where each edited record was read, as it stood when the
    comparison was made; the journal, which only grows, says the rest when a row is looked at."""

    workspace: Workspace
    own: dict[int, KeptTable]
    at: dict[tuple[str, int], tuple[At, int]] = field(default_factory=dict)
    origins: Origins = field(init=False)

    def __post_init__(self) -> None:
        self.origins = Origins(self.workspace)

    def remember(self, edits: Edits, numbers: Collection[int]) -> None:
        """Note where the records of these edits were read from."""
        ids: dict[str, set[int]] = {}
        for n in numbers:
            if n not in edits.firsts:
                ids.setdefault(edits.nouns[n], set()).add(edits.ids[n])
        for noun, some in ids.items():
            there = self.workspace.kept_columns(noun, _WHERE, id=some)
            for record, *at, version in zip(there["id"], *(there[name] for name in _WHERE), strict=True):
                self.at[noun, record] = (tuple(at), version)

    def of(self, edit: Edit, attribute: str, value: Any) -> str:
        """Where the old value of one field came from; "" where nothing was stated."""
        if value is None or value == "":
            return ""
        if edit.first is not None:
            table_no, row, column = edit.first
            table = self.own.get(table_no)
            return cell_of(self.origins.at(table, edit.noun, attribute, row, column)) if table else ""
        return self._there(edit.noun, edit.id, attribute, value)

    def _there(self, noun: str, record: int, attribute: str, value: Any) -> str:
        at, version = self.at.get((noun, record), ((None, None, None, None), 1))
        if version == 1:
            batch_id, table_no, row, column = at
            table = self.origins.table(batch_id, table_no) if batch_id and table_no else None
            if table is not None:
                return cell_of(self.origins.at(table, noun, attribute, row or 0, column))
        else:
            origin = self.origins.of_edited(noun, attribute, record, value, at)
            if origin.file:
                return cell_of(origin)
        return self._by_hand(noun, record, attribute, value)

    def _by_hand(self, noun: str, record: int, attribute: str, value: Any) -> str:
        entries = self.workspace.history(noun, record, limit=1000)
        typed = (e for e in entries if e.kind == "added" or (e.field == attribute and e.new == value))
        entry = next((e for e in typed if e.batch_id is None), None)
        return f"{BY_HAND}, {in_words(entry.at[:10])}" if entry else BY_HAND
