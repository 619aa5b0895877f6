"""Conversions: a rate with its days and source, what it makes of an amount, and why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from collabdesk.domain.dates import in_words
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.rules import plain
from collabdesk.domain.told import in_a_row, number_words, told

CHOICES = ("day", "month_average", "period_average")
"""The ways in which a funder's rules choose a rate."""
_SHOWN_DIGITS = 10
_KINDS = {
    "day": told("of {first}"),
    "month_average": told("average of {first} to {last}"),
    "period_average": told("average of {first} to {last}"),
    "agreed": told("agreed"),
    "stated": told("stated with the item"),
    "same": told("the same currency"),
}


@dataclass(frozen=True, slots=True)
class Rate:
    """1 `base` is worth `above / below` `quote`: two numbers as published, so that nothing is rounded in between.

    `own_ids` are the records of own tables it rests on.
    `kind` is one of CHOICES, `agreed`, `stated` (by the converted item itself) or `same`. `first` and `last` are the
    days it was taken from, ISO text; the same day for a rate of one day. `steps` say in sentences how it was found.
    """

    base: str
    quote: str
    above: Decimal
    below: Decimal
    kind: str
    first: str = ""
    last: str = ""
    source: str = ""
    steps: tuple[str, ...] = ()
    own_ids: tuple[int, ...] = ()

    @property
    def value(self) -> Decimal:
        """What 1 `base` is worth, to 28 digits."""
        return self.above / self.below

    def of(self, amount: Decimal) -> Decimal:
        """The amount in `quote`, unrounded: multiplied first, divided at the end."""
        return amount * self.above / self.below

    @property
    def when(self) -> str:
        """`of 3 May 2023` or `average of 1 May 2023 to 31 May 2023`."""
        begins, ends = self.first and in_words(self.first), self.last and in_words(self.last)
        words = told(_KINDS[self.kind], first=begins, last=ends)
        if self.kind not in ("agreed", "stated") or not self.first:
            return words
        days = begins if self.last == self.first else told("{start} to {end}", start=begins, end=ends)
        return in_a_row((words, days), ", ")

    @property
    def told(self) -> str:
        """`1.1523 (of 3 May 2023, European Central Bank …)`: as a figure's input names it."""
        about = in_a_row([part for part in (self.when, self.source) if part], ", ")
        return told("{rate} ({about})", rate=as_stated(Decimal(shown(self.value))), about=about)


@dataclass(frozen=True, slots=True)
class NoRate:
    """There is no rate, and so no figure; `reason` is a sentence's middle: what is missing and what would help."""

    reason: str


@dataclass(frozen=True, slots=True)
class Converted:
    """The amounts of one currency that one rate converts; `values` are theirs in the project's currency, unrounded."""

    currency: str
    amounts: Mapping[str, Decimal | None]
    values: Mapping[str, Decimal | None]
    rate: Rate
    records: int


@dataclass(frozen=True, slots=True)
class Unconverted:
    """The amounts of one currency for which there is no rate."""

    currency: str
    amounts: Mapping[str, Decimal | None]
    reason: str
    records: int


@dataclass(frozen=True, slots=True)
class InHome:
    """Sums of some fields in the project's currency.

    `key` are the values they were grouped by. `home` are those in the project's currency from the start. `totals` hold
    home and converted together, unrounded; one is None where nothing is stated, or where a part has no rate.
    """

    currency: str
    key: tuple[object, ...]
    home: Mapping[str, Decimal | None]
    totals: Mapping[str, Decimal | None]
    records: int
    converted: tuple[Converted, ...] = ()
    unconverted: tuple[Unconverted, ...] = ()
    choice: str = "day"
    notes: tuple[str, ...] = field(default=())

    def reason(self, field: str) -> str | None:
        """Why the total of a field is None: which sums have no rate, or that none is stated."""
        without = [u for u in self.unconverted if u.amounts.get(field) is not None]
        if without:
            return in_a_row(not_converted(u.amounts[field] or Decimal(0), u.currency, u.reason) for u in without)
        return None if self.totals.get(field) is not None else told("nothing is recorded")


def not_converted(amount: Decimal, currency: str, reason: str) -> str:
    """That an amount has no rate, and why; no code stands for a currency that is not stated."""
    if currency == NO_CURRENCY:
        return told("{amounts} not converted: {reason}", amounts=as_stated(amount), reason=reason)
    return told("{amounts} {currency} not converted: {reason}", amounts=as_stated(amount), currency=currency,
                reason=reason)  # fmt: skip


def as_stated(value: Decimal) -> str:
    """The number with all of its decimals, to be said with the sign for decimals of another language."""
    text = f"{plain(value):f}"
    return number_words(text, Decimal(text), len(text.partition(".")[2]))


def shown(value: Decimal) -> str:
    """A rate as people read it: ten significant digits are more than any bank publishes."""
    places = max(0, _SHOWN_DIGITS - 1 - value.adjusted())
    return f"{plain(round(value, places)):f}"
