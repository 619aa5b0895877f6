"""Finding a rate: own tables first, then the European Central Bank, crossed through the euro; or why there is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import cast

from collabdesk.domain.conversions import CHOICES, NoRate, Rate, shown
from collabdesk.domain.dates import earliest, in_words, latest
from collabdesk.domain.exchange_rates import ExchangeRate
from collabdesk.domain.problems import Refused
from collabdesk.domain.told import in_a_row, told
from collabdesk.usecases.rates.bank import Bank, month_of
from collabdesk.usecases.rates.ecb import EURO
from collabdesk.usecases.rates.own import Asked, Line, OwnTables
from collabdesk.usecases.workspace import Workspace

Period = tuple[str, str]
"""The first and the last day of a reporting period, ISO text."""
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class _Leg:
    """What 1 euro is worth in a currency, and how that was found."""

    above: Decimal
    below: Decimal
    first: str
    last: str
    sources: tuple[str, ...]
    steps: tuple[str, ...]
    ids: tuple[int, ...] = ()


class Rates:
    """All rates that one project may use, with the own tables read once; for converting many amounts."""

    def __init__(self, own: OwnTables, bank: Bank | None = None) -> None:
        self._own, self.bank = own, bank or Bank()
        self._found: dict[tuple[str, str, Asked], Rate | NoRate] = {}

    @classmethod
    def of(cls, workspace: Workspace, project_id: int | None) -> Rates:
        """Those of the workspace."""
        lines = cast("list[ExchangeRate]", workspace.find("exchange_rate"))
        return cls(OwnTables(lines, project_id), Bank(lines))

    def rate(self, base: str, quote: str, day: str, choice: str, period: Period | None = None) -> Rate | NoRate:
        """What 1 `base` is worth in `quote` for what happened on `day`, ISO text of any precision.

        Never a substitute: where the rules' choice cannot be met, NoRate says why. Refused for an unknown choice.
        """
        if choice not in CHOICES:
            raise Refused(f"{choice!r} is no choice of a rate; there are {', '.join(CHOICES)}.", "unknown-choice")
        if base == quote:
            return Rate(base, quote, _ONE, _ONE, "same", day, day)
        asked = _asked(day, choice, period)
        if isinstance(asked, NoRate):
            return asked
        key = (base, quote, asked)
        if key not in self._found:
            self._found[key] = self._rate(base, quote, asked)
        return self._found[key]

    def of_period(
        self, base: str, quote: str, day: str, period: Period | None, as_of: date
    ) -> tuple[Rate | NoRate, date | None]:
        """The average of a reporting period, known by `as_of`, and the day to which it goes where that is not its end.

        One that is not over is averaged to that day, or as far as the bank's history goes: such an average is for the
        time being whatever its last day is.
        """
        if period is None or latest(period[1]) <= as_of:
            return self.rate(base, quote, day, "period_average", period), None
        found: Rate | NoRate = NoRate(told("the reporting period has not begun"))
        for last in dict.fromkeys((as_of, min(as_of, self.bank.last_day()))):
            if last < earliest(period[0]):
                break
            found = self.rate(base, quote, day, "period_average", (period[0], last.isoformat()))
            if isinstance(found, Rate):
                return found, last
        return found, None

    def _rate(self, base: str, quote: str, asked: Asked) -> Rate | NoRate:
        line = self._own.line(base, quote, asked)
        if isinstance(line, NoRate):
            return line
        if line is not None:
            days = line.first, line.last
            return Rate(base, quote, line.above, line.below, line.kind, *days, line.source, (line.step,), line.ids)
        below, above = self._leg(base, asked), self._leg(quote, asked)
        for leg in (below, above):
            if isinstance(leg, NoRate):
                return leg
        assert isinstance(below, _Leg) and isinstance(above, _Leg)
        steps = (*below.steps, *above.steps)
        crossed = Rate(
            base,
            quote,
            above.above * below.below,
            above.below * below.above,
            asked.choice,
            min((leg.first for leg in (below, above) if leg.first), default=""),
            max((leg.last for leg in (below, above) if leg.last), default=""),
            in_a_row(dict.fromkeys((*below.sources, *above.sources))),
            own_ids=(*below.ids, *above.ids),
        )
        return _with_steps(crossed, steps)

    def _leg(self, currency: str, asked: Asked, *, is_last: bool = False) -> _Leg | NoRate:
        if currency == EURO:
            return _Leg(_ONE, _ONE, "", "", (), ())
        line = self._own.line(EURO, currency, asked)
        if isinstance(line, NoRate):
            return line
        if isinstance(line, Line):
            return _own_leg(line)
        if self.bank.is_fixed(currency):
            return _leg_of(self.bank, currency, asked)
        through = None if is_last else self._through(currency, asked)
        return through or NoRate(
            told("the European Central Bank fixes no {currency}, and no table of your own holds it", currency=currency)
        )

    def _through(self, currency: str, asked: Asked) -> _Leg | NoRate | None:
        """A unit of account, as ITER's, is worth an agreed sum of a currency that the bank does fix."""
        for other in self._own.partners(currency):
            line = self._own.line(other, currency, asked)
            if isinstance(line, NoRate):
                return line
            leg = self._leg(other, asked, is_last=True) if line is not None else None
            if line is not None and isinstance(leg, _Leg):
                return _Leg(
                    leg.above * line.above,
                    leg.below * line.below,
                    leg.first or line.first,
                    leg.last or line.last,
                    (*leg.sources, line.source),
                    (*leg.steps, line.step),
                    (*leg.ids, *line.ids),
                )
        return None


def rate(workspace: Workspace, base: str, quote: str, day: str, *, choice: str, period: Period | None = None,
         project_id: int | None = None) -> Rate | NoRate:  # fmt: skip
    """What 1 `base` is worth in `quote`: see `Rates.rate`. For one amount; `Rates` for many."""
    return Rates.of(workspace, project_id).rate(base.upper(), quote.upper(), day, choice, period)


def _asked(day: str, choice: str, period: Period | None) -> Asked | NoRate:
    if choice == "period_average":
        if period is None:
            return NoRate(told("no reporting period is recorded whose average could be taken"))
        return Asked(choice, earliest(period[0]), latest(period[1]))
    if not day:
        return NoRate(told("no day is recorded, so there is no rate of the day"))
    first, last = earliest(day), latest(day)
    if choice == "month_average" and first.month == last.month:
        return Asked(choice, *month_of(first))
    if first != last:
        return NoRate(
            told(
                "{day} names no {choice}, so its rate cannot be taken",
                day=in_words(day),
                choice="day" if choice == "day" else "month",
            )
        )
    return Asked(choice, first, last)


def _own_leg(line: Line) -> _Leg:
    return _Leg(line.above, line.below, line.first, line.last, (line.source,), (line.step,), line.ids)


def _leg_of(bank: Bank, currency: str, asked: Asked) -> _Leg | NoRate:
    if asked.choice == "day":
        found = bank.of_day(currency, asked.first)
    else:
        found = bank.average(currency, asked.first, asked.last)
    if isinstance(found, NoRate):
        return found
    source = bank.source_of(found)
    return _Leg(found.value, _ONE, _iso(found.first), _iso(found.last), (source,), (found.step,), found.ids)


def _with_steps(rate: Rate, steps: Iterable[str]) -> Rate:
    """The steps with how the legs were put together: the way an auditor would do it by hand."""
    found = list(steps)
    equals = f"1 {rate.base} = {shown(rate.value)} {rate.quote}"
    if len(found) > 1:
        found.append(told("{equals}, crossed through the euro", equals=equals))
    elif rate.quote == EURO:
        found.append(told("{equals}, the same read from {base}", equals=equals, base=rate.base))
    return replace(rate, steps=tuple(found))


def _iso(day: date) -> str:
    return day.isoformat()
