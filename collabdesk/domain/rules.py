"""A rule: a calculation as a report names it; and what a calculation gives, a value or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from collabdesk.domain.told import told, words

_PLACES = {"ratio": 4, "days": 1, "count": 0, "points": 2, "periods": 4}


@dataclass(frozen=True, slots=True)
class Rule:
    """One calculation. `code` (`evm.cpi@PRA-5`) is what a figure carries; `reference` is the source in full.

    `unit` is `ratio`, `days`, `count`, `points`, `periods`, `person-months` or `money` (then the figure's unit is its
    currency).
    """

    name: str
    source: str
    label: str
    formula: str
    unit: str
    reference: str = ""

    @property
    def code(self) -> str:
        return f"{self.name}@{self.source}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An unrounded value, or None with the reason why it is undefined: never 0 or 1 instead."""

    value: Decimal | None
    reason: str | None = None


def quotient(above: Decimal | None, below: Decimal | None, above_name: str, below_name: str) -> Outcome:
    """Above / below, unrounded; undefined, with the reason, where one is not recorded or `below` is zero."""
    if below is None:
        return Outcome(None, told("no {what} is recorded", what=words(below_name)))
    if above is None:
        return Outcome(None, told("no {what} is recorded", what=words(above_name)))
    if below == 0:
        return Outcome(None, told("the {what} is zero", what=words(below_name)))
    return Outcome(above / below if above else Decimal(0))  # never a minus zero


def rounded(value: Decimal, unit: str) -> Decimal:
    """The value as figures carry it: half up at the very end; an amount keeps its ten-thousandths.

    Trailing zeros go (`290000`, `144.7`), but those of a ratio stay (`0.8000`).
    """
    places = _PLACES.get(unit)
    if places is None:
        return plain(value.quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP))
    short = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return short if unit == "ratio" else plain(short)


def plain(value: Decimal) -> Decimal:
    """The same value without trailing zeros and without an exponent."""
    short = value.normalize()
    return short.quantize(Decimal(1)) if int(short.as_tuple().exponent) > 0 else short
