"""Kept values and domain values of a record's fields, and the columns of one noun in a staged table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.records import Record
from collabdesk.domain.scales import AMOUNT_PLACES, QUANTITY_PLACES, field_types
from collabdesk.intake.canonical import canonical
from collabdesk.intake.staged import KeptValue, StagedTable

Columns = dict[str, Sequence[Any]]


@dataclass(slots=True)
class Wanted:
    """Records of one noun that a table asks for: `columns` by attribute (references too), each as long as `rows`."""

    noun: str
    columns: Columns
    rows: Sequence[int]
    source_columns: Sequence[int] | None = None
    count: int = field(init=False)

    def __post_init__(self) -> None:
        self.count = len(self.rows)

    def at(self, index: Sequence[int]) -> Wanted:
        """Only the records at these positions."""
        columns: Columns = {name: [values[i] for i in index] for name, values in self.columns.items()}
        source = None if self.source_columns is None else [self.source_columns[i] for i in index]
        return Wanted(self.noun, columns, [self.rows[i] for i in index], source)

    def place(self, i: int) -> tuple[int, int | None]:
        """The source row and column of one record."""
        return self.rows[i], None if self.source_columns is None else self.source_columns[i]


@cache
def types_of(noun: str) -> dict[str, str]:
    """Each field's type word."""
    return dict(field_types(NOUNS[noun]))


def by_noun(table: StagedTable) -> dict[str, Columns]:
    """The table's values, by noun and attribute of the record."""
    known = canonical()
    split: dict[str, Columns] = {}
    for name, values in table.values.items():
        # A budget's basis is told by the rows, not by a header that a person could map.
        noun, attribute = (known[name].noun, known[name].attribute) if name in known else name.split(".")
        split.setdefault(noun, {})[attribute] = values
    return split


def kept_of(value: Any, word: str) -> KeptValue:
    """A domain value as the books keep it."""
    if value is None:
        return None
    if word == "amount":
        return int(value.scaleb(AMOUNT_PLACES))
    if word == "quantity":
        return int(value.scaleb(QUANTITY_PLACES))
    return int(value) if word == "bool" else value


def domain_of(value: KeptValue, word: str) -> Any:
    """A kept value as the record has it."""
    if word == "amount":
        return Decimal(value).scaleb(-AMOUNT_PLACES)  # type: ignore[arg-type]
    if word == "quantity":
        return Decimal(value).scaleb(-QUANTITY_PLACES)  # type: ignore[arg-type]
    return bool(value) if word == "bool" else value


def changes(record: Record, columns: Columns, i: int, *, only_blank: bool = False) -> dict[str, Any]:
    """What row `i` would change in a record. A blank cell never erases what is known."""
    types = types_of(_noun(record))
    changed = {}
    for name, values in columns.items():
        new = values[i]
        if new is None or new == "":
            continue
        old = getattr(record, name)
        if only_blank and old is not None and old != "":
            continue
        word = types[name]
        if kept_of(old, word) != new:
            changed[name] = domain_of(new, word)
    return changed


@cache
def _noun_names() -> dict[type[Record], str]:
    return {cls: name for name, cls in NOUNS.items()}


def _noun(record: Record) -> str:
    return _noun_names()[type(record)]
