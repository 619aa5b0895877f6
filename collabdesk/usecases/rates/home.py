"""Sums of a project in its own currency: groups of one currency and day from SQL, each converted by one rate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, cast

from collabdesk.domain.conversions import Converted, InHome, NoRate, Rate, Unconverted
from collabdesk.domain.dates import in_words, is_later
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.period_rules import belongs
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.told import told
from collabdesk.usecases.rates.finding import Rates
from collabdesk.usecases.workspace import Workspace

# Which fields of a noun say on which day it happened, the first that is stated; and whether an item can state a rate.
_DAYS = {
    "cost": ("date", "period_end"),
    "contribution": ("received_on", "due"),
    "payment": ("received_on", "expected_on"),
    "credit_event": ("credited_on", "due"),
}
_OWN_RATE = ("rate", "rate_date", "rate_source")
_Amounts = dict[str, Decimal | None]


@dataclass(slots=True)
class _Part:
    """What was found of one key: sums at home, and those of each currency by the rate, or the reason, that they got."""

    home: _Amounts
    records: int = 0
    converted: dict[tuple[str, Rate], tuple[_Amounts, int]] = field(default_factory=dict)
    unconverted: dict[tuple[str, str], tuple[_Amounts, int]] = field(default_factory=dict)


def in_home(workspace: Workspace, project: Project, noun: str, fields: Sequence[str], where: Mapping[str, object],
            choice: str, as_of: date) -> InHome:  # fmt: skip
    """The sums of the fields over the noun's records that meet `where`, in the project's currency, known by `as_of`.

    An item's own rate goes before all tables. A sum without a rate makes the total None and is named with the reason;
    so are all foreign sums where `choice` is "", that is, where the rules make none.
    """
    found = in_home_by(workspace, project, noun, fields, where, choice, as_of, by=())
    return found[0] if found else _nothing(project, fields, choice)


def in_home_by(workspace: Workspace, project: Project, noun: str, fields: Sequence[str], where: Mapping[str, object],
               choice: str, as_of: date, *, by: Sequence[str]) -> list[InHome]:  # fmt: skip
    """As `in_home`, a result for each combination of the fields `by`, in their order."""
    converting = _Converting(workspace, project, choice, as_of)
    names = _names(workspace, noun)
    parts: dict[tuple[Any, ...], _Part] = {}
    for group in workspace.sums(noun, fields, by=(*by, *names), where={**where, "project_id": project.id}):
        key, said = group.key[: len(by)], dict(zip(names, group.key[len(by) :], strict=True))
        day = next((said[name] for name in _DAYS[noun] if said.get(name)), "") or ""
        if is_later(day, as_of):
            continue
        part = parts.setdefault(key, _Part(dict.fromkeys(fields)))
        part.records += group.records
        converting.place(part, group, said, day)
    return [_result(key, part, converting) for key, part in parts.items()]


class _Converting:
    """The rates of one project and choice, and its reporting periods, read when the first foreign sum needs them."""

    def __init__(self, workspace: Workspace, project: Project, choice: str, as_of: date) -> None:
        self._workspace, self._project, self.choice, self._as_of = workspace, project, choice, as_of
        self.home = project.currency or NO_CURRENCY
        self.notes: set[str] = set()
        self._rates: Rates | None = None
        self._periods: list[ReportingPeriod] | None = None

    def place(self, part: _Part, group: Any, said: Mapping[str, Any], day: str) -> None:
        """Put one group's sums where they belong: at home, beside its rate, or beside the reason why there is none."""
        currency = said["currency"] or NO_CURRENCY
        if currency == self.home:
            _add(part.home, group.totals)
            return
        found = self._rate(currency, said, day)
        if isinstance(found, NoRate):
            _gather(part.unconverted, (currency, found.reason), group)
        else:
            _gather(part.converted, (currency, found), group)

    def _rate(self, currency: str, said: Mapping[str, Any], day: str) -> Rate | NoRate:
        stated = said.get("rate")
        if stated:
            when = said.get("rate_date") or ""
            source = said.get("rate_source") or "the item's own rate"
            step = told(
                "1 {currency} = {stated} {home}, as the item itself states",
                currency=currency,
                stated=f"{stated:f}",
                home=self.home,
            )
            return Rate(currency, self.home, stated, Decimal(1), "stated", when, when, source, (step,))
        if currency == NO_CURRENCY:
            return NoRate(told("its source states no currency"))
        if self.home == NO_CURRENCY:
            return NoRate(told("the project states no currency"))
        if not self.choice:
            return NoRate(told("the rule pack does not say which rate converts it"))
        if self._rates is None:
            self._rates = Rates.of(self._workspace, self._project.id)
        if self.choice != "period_average":
            return self._rates.rate(currency, self.home, day, self.choice)
        period = self._period(said.get("declared_in") or "", day)
        span = (period.start or "", period.end or "") if period else None
        found, until = self._rates.of_period(currency, self.home, day, span, self._as_of)
        if period is not None and until is not None:
            words = in_words(until.isoformat())
            self.notes.add(
                told("the period {code} is not over: its average is to {words}", code=period.code, words=words)
            )
        return found

    def _period(self, code: str, day: str) -> ReportingPeriod | None:
        """The period that an item is declared in, else that of its day; None where its days are not stated."""
        if self._periods is None:
            found = self._workspace.find("reporting_period", project_id=self._project.id)
            self._periods = cast("list[ReportingPeriod]", found)
        period = belongs(self._periods, code, day)
        return period if period is not None and period.start and period.end else None


def _names(workspace: Workspace, noun: str) -> tuple[str, ...]:
    there = workspace.columns(noun)
    own = _OWN_RATE if noun == "cost" else ()
    return tuple(name for name in ("currency", *_DAYS[noun], *own, "declared_in") if name in there)


def _add(amounts: _Amounts, more: Mapping[str, Decimal | None]) -> None:
    for name, value in more.items():
        if value is not None:
            amounts[name] = (amounts.get(name) or Decimal(0)) + value


def _gather(groups: dict[Any, tuple[_Amounts, int]], key: tuple[Any, ...], group: Any) -> None:
    amounts, records = groups.get(key, (dict.fromkeys(group.totals), 0))
    _add(amounts, group.totals)
    groups[key] = amounts, records + group.records


def _result(key: tuple[Any, ...], part: _Part, converting: _Converting) -> InHome:
    converted = tuple(_converted(part.converted))
    unconverted = tuple(
        Unconverted(currency, amounts, reason, records)
        for (currency, reason), (amounts, records) in part.unconverted.items()
        if any(part is not None for part in amounts.values())
    )
    totals: _Amounts = {}
    for name, at_home in part.home.items():
        values = [at_home, *(c.values[name] for c in converted)]
        present = [v for v in values if v is not None]
        is_whole = all(u.amounts[name] is None for u in unconverted)
        totals[name] = sum(present, Decimal(0)) if present and is_whole else None
    notes = tuple(sorted(converting.notes))
    return InHome(
        converting.home, key, part.home, totals, part.records, converted, unconverted, converting.choice, notes
    )


def _converted(groups: Mapping[tuple[str, Rate], tuple[_Amounts, int]]) -> Iterator[Converted]:
    for (currency, rate), (amounts, records) in groups.items():
        values = {name: None if amount is None else rate.of(amount) for name, amount in amounts.items()}
        yield Converted(currency, amounts, values, rate, records)


def _nothing(project: Project, fields: Sequence[str], choice: str) -> InHome:
    blank: dict[str, Decimal | None] = defaultdict(lambda: None, dict.fromkeys(fields))
    return InHome(project.currency or NO_CURRENCY, (), blank, dict(blank), 0, choice=choice)
