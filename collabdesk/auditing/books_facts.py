"""What is known of the records themselves: costs out of place, unproven, typed, doubled; totals that are off."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSum:
    """Cost items of one currency; `days` are theirs where they matter, `every` counts all items that were looked at."""

    unit: str
    amount: Decimal
    records: int
    every: int
    days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubled:
    """Cost items that say the same in every field that tells items apart; `extra` is the amount beyond the first."""

    unit: str
    description: str
    day: str
    partner_id: int | None
    amount: Decimal
    extra: Decimal
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalOff:
    """A total that a table of a file states, which is not the sum of its rows. `field` is `noun.field`."""

    file: str
    sheet: str
    field: str
    sum: Decimal
    stated: Decimal
    table_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BooksFacts:
    """Of one project. `outside` are costs of days before or after it, `unproven` those checked or declared without
    evidence, `typed` those entered by hand without evidence and not declared yet; each None where there are too many
    cost items to look at. `totals` counts the stated totals that were compared,
    `certificates` the files that are called so; `rejected_because` are the reasons of the funder, verbatim.
    """

    outside: tuple[ItemSum, ...] | None = ()
    unproven: tuple[ItemSum, ...] | None = ()
    typed: tuple[ItemSum, ...] | None = ()
    doubled: tuple[Doubled, ...] | None = ()
    costs: int = 0
    totals_off: tuple[TotalOff, ...] = ()
    totals: int = 0
    certificates: int = 0
    rejected_because: tuple[str, ...] = ()
