"""Cell addresses, and where a table of a spreadsheet keeps a field of its records."""

from __future__ import annotations

from dataclasses import dataclass


def letters(column: int) -> str:
    """The spreadsheet program's name of a 1-based column: 1 is A, 28 is AB."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(name: str) -> int:
    """The 1-based number of a column name: AB is 28."""
    number = 0
    for character in name.upper():
        number = number * 26 + ord(character) - 64
    return number


def address(sheet: str, row: int, column: int) -> str:
    """`Sheet!B7`, or `B7` where the file has no sheets."""
    cell = f"{letters(column)}{row}"
    return f"{sheet}!{cell}" if sheet else cell


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table keeps one field of a record, for every layout.

    A record remembers its source row and, in layouts where one row or column holds several
    records, its source column. `row` and `column` are absolute (1-based) when given; otherwise
    they are the record's own, moved by `down` and `right`.

    rows layout: Place(column=3).  transposed: Place(row=12).  matrix value: Place().
    matrix header: Place(row=4).  numbered block: Place(down=2).  key/value: Place(row=9, column=3).
    `only` names the source rows of the records that have this field here; empty means all of them.
    """

    row: int | None = None
    column: int | None = None
    down: int = 0
    right: int = 0
    only: tuple[int, ...] = ()

    def is_of(self, source_row: int) -> bool:
        """Has the record of this source row its field here?"""
        return not self.only or source_row in self.only

    def cell(self, source_row: int, source_column: int | None) -> tuple[int, int]:
        """The 1-based (row, column) of this field for one record; (0, 0), which is no cell, where it has none here."""
        if not self.is_of(source_row):
            return 0, 0
        row = self.row if self.row is not None else source_row + self.down
        column = self.column if self.column is not None else (source_column or 1) + self.right
        return row, column
