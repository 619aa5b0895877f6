"""Kept values and domain values of a record's fields, and the columns of one noun in a staged table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.scales import AMOUNT_PLACES, QUANTITY_PLACES, field_types
from collabdesk.intake.canonical import canonical
from collabdesk.intake.staged import KeptValue, StagedTable

Columns = dict[str, Sequence[Any]]


@dataclass(slots=True)
class Wanted:
    """Records of one noun that a table asks for: `columns` by attribute (references too), each as long as `rows`.

    What is `implied` was concluded, not read: it fills a blank but never replaces a funder's own word.
    """

    noun: str
    columns: Columns
    rows: Sequence[int]
    source_columns: Sequence[int] | None = None
    implied: frozenset[str] = frozenset()
    count: int = field(init=False)

    def __post_init__(self) -> None:
        self.count = len(self.rows)

    def at(self, index: Sequence[int]) -> Wanted:
        """Only the records at these positions."""
        if len(index) == self.count and list(index) == list(range(self.count)):
            return Wanted(self.noun, dict(self.columns), self.rows, self.source_columns, self.implied)
        columns: Columns = {name: [values[i] for i in index] for name, values in self.columns.items()}
        source = None if self.source_columns is None else [self.source_columns[i] for i in index]
        return Wanted(self.noun, columns, [self.rows[i] for i in index], source, self.implied)

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


def domain_of(value: KeptValue, word: str) -> Any:
    """A kept value as the record has it."""
    if word == "amount":
        return Decimal(value).scaleb(-AMOUNT_PLACES)  # type: ignore[arg-type]
    if word == "quantity":
        return Decimal(value).scaleb(-QUANTITY_PLACES)  # type: ignore[arg-type]
    return bool(value) if word == "bool" else value


@cache
def field_names(noun: str, attribute: str) -> tuple[str, ...]:
    """The canonical fields that a record's field is read from; none where it follows from others."""
    found = [c.name for c in canonical().values() if (c.noun, c.attribute) == (noun, attribute)]
    return tuple(found) or ((f"{noun}.{attribute}",) if attribute == "basis" else ())
