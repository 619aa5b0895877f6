"""What was found in a sheet and how it was understood: tables, headers, mapped columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from collabdesk.domain.places import Place, letters


@dataclass(frozen=True, slots=True)
class Header:
    """One column's header (rows layout, matrix), or one row's label (transposed, key/value).

    `text` is verbatim; the lines of a multi-row header are joined with " / ". `place` is where the
    values are: Place(column=3) in rows, Place(row=12) in transposed, Place(row=9, column=3) in
    key/value, Place(down=2) in numbered blocks, Place() for the value cells of a matrix.
    `label` is the cell that holds the text, as (row, column).
    """

    text: str
    place: Place
    label: tuple[int, int]
    is_hidden: bool = False

    def letter(self, layout: str) -> str:
        """What the command line calls this column: its letter, or the label's cell where fields are rows."""
        column = letters(self.label[1])
        return f"{column}{self.label[0]}" if layout in ("transposed", "key_value") else column


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that is not a record: total, subtotal, section, example, help, repeated_header or blank_key.

    `row` is the row, or the column's number in a transposed table.
    """

    row: int
    why: str


@dataclass(slots=True)
class TableFound:
    """One table of a sheet.

    `layout` is rows, transposed, key_value or matrix. `header_rows` are the first and last header row.
    `anchors` are the records' (source row, source column or None), in order: one for each row of a rows
    layout, one for each column of a transposed one, one for each block and column of numbered blocks, one
    for each filled value cell of a matrix. `stated_totals` maps an index of `headers` to the
    (row, column) of the sheet's own total of that column. `is_guess`: no kind of table knows its headers,
    only its shape says that it is one. `said`: what a matrix holds at the places of some headers, by field. `stated`
    are fields that hold the same text for every record, where a well-known layout leaves it unsaid.
    """

    sheet: str
    layout: str
    header_rows: tuple[int, int]
    first_row: int
    last_row: int
    headers: list[Header]
    anchors: list[tuple[int, int | None]]
    set_aside: list[SetAside] = field(default_factory=list)
    stated_totals: dict[int, tuple[int, int]] = field(default_factory=dict)
    context: str = ""  # titles and notes above the table, for kind, currency and unit
    is_guess: bool = False
    said: dict[Header, str] = field(default_factory=dict)
    stated: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One header understood: its canonical field (`contribution.amount`), how sure, and a reason a person can read.

    `factor` is what the header says of its unit (`£m` -> 1000000); `currency` the currency the header states.
    `field` is None when it is left to the person.
    """

    header: int
    field: str | None
    score: float
    reason: str
    factor: Decimal = Decimal(1)
    currency: str = ""


@dataclass(slots=True)
class Mapped:
    """A whole table understood: its kind and its columns (one MappedColumn for each header, in order)."""

    kind: str
    columns: list[MappedColumn]
    reason: str = ""
    is_signed: bool = True  # do the headers hold what this kind is known by?
