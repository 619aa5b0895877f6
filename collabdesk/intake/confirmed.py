"""What a person confirmed of a table once, as plain values that travel to where the next such table is read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

CHOSEN = "chosen by a person"
AS_CONFIRMED = "as confirmed on "  # so begins the reason of what a profile says


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """One header and what it was confirmed to be.

    `header` is verbatim, or `[C]` where none stands over column C. `field` is the canonical field, "" where the column
    was left out on purpose, None where nobody said anything. `by_hand`: a person chose it, the program did not find it.
    `factor` and `currency` are what the header said of its unit (`£m`).
    """

    header: str
    field: str | None = None
    by_hand: bool = False
    factor: Decimal = Decimal(1)
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One table as it was confirmed; its columns in their order and `header_rows` are its fingerprint.

    `sheets` are the sheets in which it was last seen, `number` its place among the tables of its sheet, from 1.
    `by_hand` names what of `kind`, `currency`, `decimal` and `date_order` a person said.
    """

    sheets: tuple[str, ...]
    kind: str
    layout: str
    header_rows: int
    columns: tuple[ColumnReading, ...]
    number: int = 1
    currency: str = ""
    decimal: str = ""
    date_order: str = ""
    by_hand: frozenset[str] = frozenset()

    def said(self, what: str) -> str:
        """What a person said of the table as a whole; "" where the program found it in the cells, as it will again."""
        return str(getattr(self, what)) if what in self.by_hand else ""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The readings of one profile, and the reason that the mapping gives for what it takes from them."""

    profile: str
    reason: str
    readings: tuple[Reading, ...]


def is_said(reason: str) -> bool:
    """Does a person stand behind this reason, just now or when it was confirmed?"""
    return reason == CHOSEN or reason.startswith(AS_CONFIRMED)


def received(told: dict[str, Any]) -> Confirmed:
    """The readings again, from the plain dicts in which they travel to the reading child."""
    readings = (
        Reading(**{**reading, "columns": tuple(ColumnReading(**column) for column in reading["columns"])})
        for reading in told["readings"]
    )
    return Confirmed(told["profile"], told["reason"], tuple(readings))
