"""What the European Central Bank fixed: the bundled history, continued by the manager's own table "ECB"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import cast

from collabdesk.domain.conversions import NoRate
from collabdesk.domain.dates import in_words
from collabdesk.domain.exchange_rates import ExchangeRate, kind_of
from collabdesk.domain.told import told
from collabdesk.usecases.rates import ecb
from collabdesk.usecases.rates.ecb import EURO
from collabdesk.usecases.workspace import Workspace

SERIES = "ECB"
"""The own table that goes on where the bundled history ends; to its last day the history itself is what counts."""
_LONGEST_PAUSE = timedelta(days=6)
"""The bank fixes nothing at weekends and on its holidays; Christmas and Easter make the longest pauses, of four days.
An older fixing is no longer the last one before the day."""
_Later = Mapping[str, Mapping[date, ExchangeRate]]


@dataclass(frozen=True, slots=True)
class Fixing:
    """1 euro is worth `value` of a currency: fixed on `first`, or the mean of the fixings from `first` to `last`.

    `ids` are the lines of the own table that it rests on.
    """

    value: Decimal
    first: date
    last: date
    step: str
    ids: tuple[int, ...] = ()


def is_of_the_bank(line: ExchangeRate) -> bool:
    """Whether an own rate continues the bank's history: a day's, against the euro, in its table, for all projects."""
    its = line.series == SERIES and line.base.strip().upper() == EURO and line.project_id is None
    return its and kind_of(line.kind) == "day" and bool(line.rate) and len(line.start or "") == len("2026-10-30")


class Bank:
    """The bundled fixings and those after their last day."""

    def __init__(self, lines: Iterable[ExchangeRate] = ()) -> None:
        later: dict[str, dict[date, ExchangeRate]] = {}
        for line in lines:
            if is_of_the_bank(line) and (day := date.fromisoformat(str(line.start))) > ecb.last_day():
                later.setdefault(line.quote.strip().upper(), {})[day] = line
        self._later: _Later = later

    @classmethod
    def of(cls, workspace: Workspace) -> Bank:
        """The workspace's."""
        return cls(cast("list[ExchangeRate]", workspace.find("exchange_rate", series=SERIES)))

    def last_day(self) -> date:
        """The last day that the history holds."""
        return max([ecb.last_day(), *(day for days in self._later.values() for day in days)])

    def currencies(self) -> list[str]:
        """The currencies of the history, the euro among them."""
        return sorted({*ecb.currencies(), *self._later})

    def source_of(self, fixing: Fixing) -> str:
        """What a figure names as the source."""
        bundled = told("European Central Bank, bundled history to {last_day}", last_day=_words(ecb.last_day()))
        return (
            told("{bundled}, later days from own table {series}", bundled=bundled, series=SERIES)
            if fixing.ids
            else bundled
        )

    def is_fixed(self, currency: str) -> bool:
        """Whether the history holds any rate of the currency."""
        return currency in self._later or ecb.bounds(currency) is not None

    def of_day(self, currency: str, day: date) -> Fixing | NoRate:
        """The fixing of the day, or the last one before where the bank fixed none that day."""
        refused = self._outside(currency, day, day)
        if refused is not None:
            return refused
        taken = day
        while (value := self._fixed(currency, taken)) is None:
            taken -= timedelta(days=1)
            if day - taken > _LONGEST_PAUSE:
                return NoRate(
                    told(
                        "the European Central Bank fixed no {currency} in the days before {day}",
                        currency=currency,
                        day=_words(day),
                    )
                )
        step = told(
            "1 EUR = {value} {currency}, fixed on {taken}", value=f"{value:f}", currency=currency, taken=_words(taken)
        )
        if taken != day:
            step = told("{step}: there is no fixing on {day}, this is the last one before", step=step, day=_words(day))
        return Fixing(value, taken, taken, step, self._ids(currency, taken, taken))

    def average(self, currency: str, first: date, last: date) -> Fixing | NoRate:
        """The mean of all fixings from `first` to `last`, unrounded."""
        refused = self._outside(currency, first, last)
        if refused is not None:
            return refused
        values = [value for _, value in self.fixings(currency, first, last)]
        if not values:
            return NoRate(
                told(
                    "the European Central Bank fixed no {currency} from {first} to {last}",
                    currency=currency,
                    first=_words(first),
                    last=_words(last),
                )
            )
        mean = sum(values, Decimal(0)) / len(values)
        step = told(
            "1 EUR = {mean} {currency}, the mean of {values} fixings from {first} to {last}",
            mean=f"{mean:f}",
            currency=currency,
            values=len(values),
            first=_words(first),
            last=_words(last),
        )
        return Fixing(mean, first, last, step, self._ids(currency, first, last))

    def fixings(self, currency: str, first: date, last: date) -> list[tuple[date, Decimal]]:
        """What 1 euro was worth in the currency on each day that was fixed, the newest first."""
        days = (last - timedelta(days=n) for n in range((last - first).days + 1))
        return [(day, value) for day in days if (value := self._fixed(currency, day)) is not None]

    def _outside(self, currency: str, first: date, last: date) -> NoRate | None:
        later, bundled = self._later.get(currency, {}), ecb.bounds(currency)
        ends = [*(bundled or ()), *later]
        if not ends:
            return NoRate(
                told(
                    "the European Central Bank fixes no {currency}; a table of your own can hold its rate",
                    currency=currency,
                )
            )
        held = min(ends), max(ends)
        if held[0] <= first and _weekday(last) <= held[1]:
            return None
        source = (
            told("the bundled history and own table {series} hold", series=SERIES)
            if later
            else told("the bundled history holds")
        )
        return NoRate(
            told(
                "of the European Central Bank’s rates {source} {currency} from {held} to {held2}; a table of your "
                "own can hold the rate",
                source=source,
                currency=currency,
                held=_words(held[0]),
                held2=_words(held[1]),
            )
        )

    def _fixed(self, currency: str, day: date) -> Decimal | None:
        line = self._later.get(currency, {}).get(day)
        if line is not None:
            return line.rate
        return None if ecb.bounds(currency) is None else ecb.fixed(currency, day)

    def _ids(self, currency: str, first: date, last: date) -> tuple[int, ...]:
        later = self._later.get(currency, {})
        return tuple(sorted(line.id for day, line in later.items() if first <= day <= last and line.id))


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of the day's month."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _weekday(day: date) -> date:
    """The day, or the Friday before a weekend, on which nothing is ever fixed."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _words(day: date) -> str:
    return in_words(day.isoformat())
