"""The manager's own tables of rates: which of their lines holds for a day, a month or a period.

The table that continues the European Central Bank's history is not among them: see `rates/bank.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from collabdesk.domain.conversions import NoRate, shown
from collabdesk.domain.dates import earliest, in_words, latest
from collabdesk.domain.exchange_rates import ExchangeRate, kind_of
from collabdesk.domain.told import told
from collabdesk.usecases.rates.bank import is_of_the_bank

_LONGEST_PAUSE = timedelta(days=6)
"""As for the European Central Bank's: an older rate of a day is no longer the last one before."""
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a rate is wanted for: the choice of the rules, and the days that it names; a day is a span of one day."""

    choice: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds: 1 `base` is worth `above / below` `quote`."""

    above: Decimal
    below: Decimal
    kind: str
    first: str
    last: str
    source: str
    step: str
    ids: tuple[int, ...]

    @property
    def turned(self) -> Line:
        """The same line read from its quote to its base."""
        return replace(self, above=self.below, below=self.above, step=told("{step}, turned round", step=self.step))


class OwnTables:
    """The own rates that one project may use: its own lines go before those for all projects."""

    def __init__(self, lines: Iterable[ExchangeRate], project_id: int | None) -> None:
        self._by_pair: dict[tuple[str, str], list[ExchangeRate]] = {}
        for line in lines:
            if line.rate and line.project_id in (None, project_id) and not is_of_the_bank(line):
                pair = line.base.strip().upper(), line.quote.strip().upper()
                read = replace(line, base=pair[0], quote=pair[1], kind=kind_of(line.kind))
                self._by_pair.setdefault(pair, []).append(read)

    def line(self, base: str, quote: str, asked: Asked) -> Line | NoRate | None:
        """The line for this pair or, turned round, for the opposite one; NoRate where two lines contradict."""
        straight = self._held(base, quote, asked)
        if straight is not None:
            return straight
        back = self._held(quote, base, asked)
        return back.turned if isinstance(back, Line) else back

    def partners(self, currency: str) -> list[str]:
        """The other currencies of the lines that name this one."""
        found = {quote for base, quote in self._by_pair if base == currency}
        return sorted(found | {base for base, quote in self._by_pair if quote == currency})

    def _held(self, base: str, quote: str, asked: Asked) -> Line | NoRate | None:
        holding = [line for line in self._by_pair.get((base, quote), ()) if _holds(line, asked)]
        if not holding:
            return self._last_before(base, quote, asked)
        best = min(_rank(line) for line in holding)
        return _one([line for line in holding if _rank(line) == best], asked)

    def _last_before(self, base: str, quote: str, asked: Asked) -> Line | NoRate | None:
        """Tables of daily rates have no line for a Sunday either: the last one before, and it says so."""
        if asked.choice != "day":
            return None
        daily = [line for line in self._by_pair.get((base, quote), ()) if line.kind == "day" and line.start]
        past = [line for line in daily if timedelta(0) < asked.first - _last(line) <= _LONGEST_PAUSE]
        newest = max((_last(line) for line in past), default=None)
        return _one([line for line in past if _last(line) == newest], asked) if past else None


def _holds(line: ExchangeRate, asked: Asked) -> bool:
    if line.kind == "agreed":
        starts = line.start is None or earliest(line.start) <= asked.first
        return starts and (line.end is None or asked.last <= latest(line.end))
    if line.kind != asked.choice or line.start is None:
        return False
    if asked.choice == "period_average":
        return (earliest(line.start), _last(line)) == (asked.first, asked.last)
    return earliest(line.start) <= asked.first and asked.last <= _last(line)


def _last(line: ExchangeRate) -> date:
    """The last day that a line with a start holds for; an average without an end is of its start's whole month."""
    start = str(line.start)
    if line.end is None and line.kind == "month_average":
        return latest(start[:7])
    return latest(line.end or start)


def _rank(line: ExchangeRate) -> tuple[bool, bool]:
    """The project's own before those for all, and what was agreed before what a bank publishes."""
    return line.project_id is None, line.kind != "agreed"


def _one(lines: list[ExchangeRate], asked: Asked) -> Line | NoRate:
    first = lines[0]
    other = next((line for line in lines if line.rate != first.rate), None)
    if other is not None:
        return NoRate(
            told(
                "{first} says {rate} and {other} {rate2} for 1 {base} in {quote} of {first2}: keep one of them",
                first=_named(first),
                rate=shown(first.rate or _ONE),
                other=_named(other),
                rate2=shown(other.rate or _ONE),
                base=first.base,
                quote=first.quote,
                first2=in_words(asked.first.isoformat()),
            )
        )
    start, end = str(first.start or ""), str(first.end or first.start or "")
    step = f"1 {first.base} = {shown(first.rate or _ONE)} {first.quote}, {_named(first)}"
    if start:
        when = told("{start} to {end}", start=in_words(start), end=in_words(end)) if end != start else in_words(start)
        step = told("{step}, {when}", step=step, when=when)
    if asked.choice == "day" and first.kind == "day" and _last(first) < asked.first:
        asked_for = in_words(asked.first.isoformat())
        step = told("{step}: there is no rate of {day}, this is the last one before", step=step, day=asked_for)
    return Line(first.rate or _ONE, _ONE, first.kind, start, end, _source(first), step, (first.id,) if first.id else ())


def _named(line: ExchangeRate) -> str:
    return told("own table {series}", series=line.series) if line.series else "an own rate"


def _source(line: ExchangeRate) -> str:
    return f"{_named(line)}: {line.source}" if line.source else _named(line)
