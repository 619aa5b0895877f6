"""What one look at a file gave: tables with values ready to keep, rows set aside, problems and control totals."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as made
from decimal import Decimal

from collabdesk.domain.places import Place
from collabdesk.domain.problems import Problem
from collabdesk.intake.found import SetAside

KeptValue = str | int | None
"""A value as the books keep it: text ("" when blank), ISO date, 0/1, or an integer of amounts and quantities."""


@dataclass(slots=True)
class StagedColumn:
    """One column (or labelled row) of the file and what it was taken for. `field` None: left to the person.

    `samples` are the first few raw texts, for the window. `key` is the header made unique ("Name", "Name [2]"),
    as `--map` and saved mappings call it.
    """

    letter: str
    header: str
    field: str | None
    score: float
    reason: str
    place: Place
    is_hidden: bool = False
    currency: str = ""
    factor: Decimal = Decimal(1)
    decimal: str = ""
    date_order: str = ""
    samples: list[str] = made(default_factory=list)


@dataclass(slots=True)
class Total:
    """The control total of one amount field, exact, in the file's own unit. `sum` leaves out what is no number."""

    sum: Decimal = Decimal(0)
    cells: int = 0
    blank: int = 0
    not_numeric: int = 0
    stated_total: Decimal | None = None
    factor: Decimal = Decimal(1)

    @property
    def difference(self) -> Decimal | None:
        """The file's own total less ours; None where it states none."""
        return None if self.stated_total is None else self.stated_total - self.sum


BETWEEN, NUMBER = "\x1f", "\x1e"  # what stands between packed texts, and before a number: no spreadsheet holds them


@dataclass(slots=True)
class Reject:
    """A row that could not be kept: why, and its raw texts, which `packed` holds as one: there may be millions."""

    row: int
    column: int | None
    why: str
    packed: str

    @property
    def texts(self) -> list[str]:
        """The row's raw texts, one for each column of the table."""
        return [text.removeprefix(NUMBER) for text in self.packed.split(BETWEEN)]

    @property
    def values(self) -> list[str | float]:
        """The same with the cells that held numbers as numbers."""
        return [float(t[1:]) if t.startswith(NUMBER) else t for t in self.packed.split(BETWEEN)]


@dataclass(slots=True)
class StagedTable:
    """One table, checked. `rows_read` = accepted + set aside + rejected, blank rows not counted.

    `source_rows` and `source_columns` (None in a rows layout) say where each accepted record stands;
    `values` has one list of kept values, as long, for each canonical field. `currency` holds for all amounts
    unless a currency field is among the values and says another for its record. `number` is the table's place among
    those of its sheet; `by_hand` what of kind, currency, decimal and date_order a person said; `profile` the name of
    the profile that it was read by. `mends` are the (file, SHA-256, sheet) whose rejected rows it holds, mended.
    """

    sheet: str
    kind: str
    layout: str
    header_rows: tuple[int, int]
    first_row: int
    last_row: int
    reason: str = ""
    currency: str = ""
    currency_from: str = ""
    decimal: str = ""
    date_order: str = ""
    columns: list[StagedColumn] = made(default_factory=list)
    set_aside: list[SetAside] = made(default_factory=list)
    rows_accepted: int = 0
    rows_rejected: int = 0
    totals: dict[str, Total] = made(default_factory=dict)
    problems: list[Problem] = made(default_factory=list)
    rejects: list[Reject] = made(default_factory=list)
    source_rows: Sequence[int] = made(default_factory=lambda: array("q"))
    source_columns: Sequence[int] | None = None
    values: dict[str, Sequence[KeptValue]] = made(default_factory=dict)
    number: int = 1
    by_hand: frozenset[str] = frozenset()
    profile: str = ""
    mends: tuple[tuple[str, str, str], ...] = ()

    @property
    def rows_read(self) -> int:
        return self.rows_accepted + len(self.set_aside) + self.rows_rejected

    @property
    def records(self) -> int:
        """How many records the values hold; in a matrix one row holds several."""
        return len(self.source_rows)

    @property
    def mapped(self) -> list[StagedColumn]:
        return [c for c in self.columns if c.field]

    @property
    def unmapped(self) -> list[StagedColumn]:
        return [c for c in self.columns if not c.field]

    def places(self) -> dict[str, list[Place]]:
        """Where each field's cells are, by canonical field."""
        found: dict[str, list[Place]] = {}
        for column in self.mapped:
            found.setdefault(column.field or "", []).append(column.place)
        return found


@dataclass(slots=True)
class StagedFile:
    """One file looked at. `refused` is the sentence why it could not be read at all, else None."""

    name: str
    path: str
    sha256: str = ""
    size: int = 0
    format: str = ""
    encoding: str = ""
    separator: str = ""
    refused: str | None = None
    refused_code: str = ""
    ignored_sheets: list[tuple[str, str]] = made(default_factory=list)
    tables: list[StagedTable] = made(default_factory=list)
