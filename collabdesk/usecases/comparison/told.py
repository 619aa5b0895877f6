"""What a comparison tells: of each row, of each record that is gone, of each figure that changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, overload

from collabdesk.usecases.decisions import TableKey


class What(StrEnum):
    """What becomes of a row; a record that is there and in no row any more is gone."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    SAME = "same"
    SKIPPED = "skipped"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record (`contribution.amount`, as the record has it), old and new as domain values.

    `old_from` says where the old value came from: `orgs 2023.xlsx, organization!U17` or
    `entered by hand, 3 March 2026`; `new_cell` is the cell of the new one, "" where it follows from several.
    The currencies are those of an amount as the record has them before and after; "" for what is no amount.
    """

    field: str
    old: Any
    new: Any
    old_from: str
    new_cell: str
    old_currency: str = ""
    new_currency: str = ""


@dataclass(frozen=True, slots=True)
class RowCompared:
    """One row: its place in the table's `source_rows`, where it stands, and what becomes of it.

    `changes` may name fields of the row's project, partner or award too, also where its own record is added.
    `moved_from` says where it stood before (`orgs 2023.xlsx, organization, row 17`), "" where it did not move.
    """

    index: int
    row: int
    column: int | None
    what: What
    noun: str
    record_id: int | None
    label: str
    changes: tuple[FieldChange, ...] = ()
    moved_from: str = ""


@dataclass(frozen=True, slots=True)
class GoneRecord:
    """A record that an earlier version of the list gave and this one has no more; `cell` is where it stood.

    `why_kept` is "" where it can be removed, else what hangs on it.
    """

    noun: str
    id: int
    label: str
    cell: str
    project: str
    why_kept: str = ""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that accepting would change, is new or ends; None where it cannot be computed, and the note says why.

    `project` is the project's code, or number (`#7`) where it has none; "" for the portfolio.
    """

    id: str
    project: str
    label: str
    unit: str
    old: Decimal | None
    new: Decimal | None
    old_note: str = ""
    new_note: str = ""


class Rows(Sequence[RowCompared]):
    """The rows at some places of a table, each made when it is asked for: there may be a hundred thousand."""

    def __init__(self, places: Sequence[int], make: Callable[[int], RowCompared]) -> None:
        self._places, self._make = places, make

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> RowCompared: ...

    @overload
    def __getitem__(self, at: slice) -> Rows: ...

    def __getitem__(self, at: int | slice) -> RowCompared | Rows:
        return Rows(self._places[at], self._make) if isinstance(at, slice) else self._make(self._places[at])


@dataclass(slots=True)
class TableCompared:
    """One table: every row is in exactly one class, and `gone` are records without a row.

    `counts` are of records (in a matrix a row holds several), `outcome` of rows, as accepting would say.
    """

    key: TableKey
    counts: dict[What, int]
    outcome: dict[str, int]
    places: dict[What, Sequence[int]]
    make: Callable[[int], RowCompared]
    gone: list[GoneRecord] = field(default_factory=list)

    def rows(self, what: What) -> Sequence[RowCompared]:
        """The rows of one class in their order; none for GONE, which has no rows."""
        return Rows(self.places.get(what, ()), self.make)

    def row(self, index: int) -> RowCompared:
        """The row at this place of the table's `source_rows`."""
        return self.make(index)


@dataclass(slots=True)
class Compared:
    """A whole look compared; tables that were skipped are not among `tables`.

    `figures` change, the portfolio's first; `figures_note` says which were not looked at, "" when all were.
    """

    tables: dict[TableKey, TableCompared] = field(default_factory=dict)
    figures: list[FigureChange] = field(default_factory=list)
    figures_note: str = ""
