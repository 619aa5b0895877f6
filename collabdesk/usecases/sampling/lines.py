"""The file of a population: one line an item in its canonical order. The file's SHA-256 is the population's."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.rules import plain
from collabdesk.domain.told import told
from collabdesk.intake.writer import csv_bytes

HEADERS = (
    "Position",
    "Item",
    "Reference",
    "Source",
    "Date",
    "Partner",
    "Category",
    "Description",
    "Currency",
    "Book value",
)
ORDER = told("date, partner, reference, source cell, item number")
"""In words; texts compare by their characters' code points, items without a day come last."""


@dataclass(frozen=True, slots=True)
class Line:
    """One item that can be drawn. `source` is its cell, as `costs.xlsx[Q2!C5]`; "" where it was typed by hand."""

    item: int
    reference: str
    source: str
    day: str
    partner: str
    category: str
    description: str
    currency: str
    book: Decimal

    @property
    def place(self) -> tuple[str, str, str, str, int]:
        """What it is ordered by."""
        return (self.day or "9999-99-99", self.partner, self.reference, self.source, self.item)


def in_order(lines: Iterable[Line]) -> list[Line]:
    """The canonical order, whatever the order in which the database gave them."""
    return sorted(lines, key=lambda line: line.place)


def content(lines: Sequence[Line]) -> bytes:
    """The population's file: csv in UTF-8, the header first, positions from 1, amounts plain with a point."""
    rows = (
        (
            n,
            x.item,
            x.reference,
            x.source,
            x.day,
            x.partner,
            x.category,
            x.description,
            x.currency,
            plain(x.book),
        )
        for n, x in enumerate(lines, start=1)
    )
    return csv_bytes(HEADERS, rows)


def digest(file: bytes) -> str:
    """The SHA-256 of a population's file: what `sha256sum` says of it."""
    return hashlib.sha256(file).hexdigest()


def read(file: bytes) -> list[Line]:
    """The lines of a population's file, in its order."""
    rows = csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""))
    next(rows)
    return [
        Line(int(r[1]), _bare(r[2]), _bare(r[3]), r[4], _bare(r[5]), _bare(r[6]), _bare(r[7]), r[8], Decimal(r[9]))
        for r in rows
    ]


def _bare(text: str) -> str:
    # The mark that keeps a spreadsheet program from taking a text for a formula.
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@", "\t", "\r") else text
