"""Exact money: a decimal amount in one ISO 4217 currency."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

STEP = Decimal("0.0001")
NO_CURRENCY = "XXX"
"""ISO 4217's own code for an amount whose source states no currency."""
LARGEST = Decimal(2**63 - 1) * STEP
_MINOR_UNITS = {
    **dict.fromkeys(
        ("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF"), 0
    ),
    **dict.fromkeys(("XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}
"""ISO 4217's currencies whose minor unit is not the hundredth."""


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in one currency. Two currencies are never added: that raises ValueError."""

    amount: Decimal
    currency: str

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other), self.currency)

    def _same(self, other: Money) -> Decimal:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} cannot be added")
        return other.amount


def kept(amount: Decimal) -> Decimal:
    """The amount as the books keep it: ten-thousandths of the unit, rounded half to even."""
    return amount.quantize(STEP, rounding=ROUND_HALF_EVEN)


def coin(currency: str) -> Decimal:
    """The smallest unit in which an amount of the currency is paid: a cent, a whole yen, a fils."""
    return Decimal(1).scaleb(-_MINOR_UNITS.get(currency, 2))
