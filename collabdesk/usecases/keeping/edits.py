"""What an import does to the records, taken down while it does it, in compact columns, for a comparison to show."""

from __future__ import annotations

import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from collabdesk.domain.records import Record

_NO_COLUMN = -1
_MONEY = 10_000


@dataclass(frozen=True, slots=True)
class Edit:
    """One row's changes of one record that was there: field -> (old, new). `currency` is what the record's amounts are
    in, (old, new), "" where it states none. `first` is where in this same import the record was added, (table, row,
    column); None for a record that was there before."""

    noun: str
    id: int
    row: int
    column: int | None
    fields: dict[str, tuple[Any, Any]]
    currency: tuple[str, str]
    first: tuple[int, int, int | None] | None


@dataclass(slots=True)
class Edits:
    """The edits of a batch in their order, table by table; there may be a hundred thousand.

    `first_new` is, for each noun, the id of the first record that was added: those below were there before.
    `weights` are how much of each project is added or changed: money in ten-thousandths, and records.
    """

    batch_id: int
    tables: array[int] = field(default_factory=lambda: array("q"))
    nouns: list[str] = field(default_factory=list)
    ids: array[int] = field(default_factory=lambda: array("q"))
    rows: array[int] = field(default_factory=lambda: array("q"))
    columns: array[int] = field(default_factory=lambda: array("q"))
    names: list[tuple[str, ...]] = field(default_factory=list)
    values: list[tuple[Any, ...]] = field(default_factory=list)
    currencies: list[str] = field(default_factory=list)
    firsts: dict[int, tuple[int, int, int | None]] = field(default_factory=dict)
    first_new: dict[str, int] = field(default_factory=dict)
    money: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    records: Counter[int] = field(default_factory=Counter)
    _shared: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was added and nothing changed."""
        return not self.ids and not self.first_new

    def changed(self, table_no: int, noun: str, before: Record, place: tuple[int, int | None],
                new: Mapping[str, Any]) -> None:  # fmt: skip
        """Take down that the row at `place` gives these fields of a record new values."""
        names = self._shared.setdefault(tuple(new), tuple(new))
        if before.batch_id == self.batch_id:
            self.firsts[len(self)] = (before.table_no or 0, before.source_row or 0, before.source_column)
        self.tables.append(table_no)
        self.nouns.append(noun)
        self.ids.append(before.id or 0)
        self.rows.append(place[0])
        self.columns.append(_NO_COLUMN if place[1] is None else place[1])
        self.names.append(names)
        self.values.append((*(getattr(before, n) for n in names), *new.values()))
        self.currencies.append(sys.intern(getattr(before, "currency", None) or ""))
        project = before.id if noun == "project" else getattr(before, "project_id", None)
        if project is not None:
            self.records[project] += 1
            for name, value in new.items():
                if isinstance(value, Decimal):
                    self.money[project] += abs(int((value - (getattr(before, name) or 0)) * _MONEY))

    def added(self, noun: str, ids: Sequence[int], projects: Sequence[int | None],
              amounts: Sequence[Sequence[int | None]]) -> None:  # fmt: skip
        """Take down that records were added, with the project of each (none where they have none) and its amounts."""
        self.first_new.setdefault(noun, ids[0])
        for project, count in Counter(projects).items():
            if project is not None:
                self.records[project] += count
        for column in amounts if projects else ():
            for project, amount in zip(projects, column, strict=True):
                if project is not None and amount:
                    self.money[project] += abs(amount)

    def was_there(self, noun: str, record: int) -> bool:
        """Whether a record was there before this batch."""
        return record < self.first_new.get(noun, record + 1)

    def place(self, number: int) -> tuple[int, int | None]:
        """The source row and column of the row that made this edit."""
        column = self.columns[number]
        return self.rows[number], None if column == _NO_COLUMN else column

    def edit(self, number: int) -> Edit:
        """One edit."""
        names, values = self.names[number], self.values[number]
        pairs = zip(values[: len(names)], values[len(names) :], strict=True)
        fields = dict(zip(names, pairs, strict=True))
        old = self.currencies[number]
        currency = (old, fields["currency"][1] or "") if "currency" in fields else (old, old)
        noun, record, first = self.nouns[number], self.ids[number], self.firsts.get(number)
        return Edit(noun, record, *self.place(number), fields, currency, first)
