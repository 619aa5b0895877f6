"""What the days of persons are held against: half days, the calendar, limits over all projects, signatures."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from collabdesk.auditing.item_rules import ItemRule
from collabdesk.auditing.line_rules import no_partner, outside_project, unknown_period, unplanned
from collabdesk.domain.dates import earliest, in_words, latest
from collabdesk.domain.period_rules import belongs
from collabdesk.domain.problems import Severity
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.rules import plain
from collabdesk.measures.effort import is_step
from collabdesk.measures.he_costs import day_equivalents

Person = tuple[int | None, str]
"""A partner and the pseudonym of a person there."""
_FULL_TIME = Decimal(1)
# Two words that both begin with a capital, or an address: more likely a name than a pseudonym.
_A_NAME = re.compile(r"[^\W\d_][^\W\d_]+,? [^\W\d_][^\W\d_]+|.+@.+")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLimits:
    """The limits of a rule pack, each None where it gives none: days of a full year (a person-month is a twelfth), most
    days of a person in a year, and what days are rounded to. `pack` is its code and version."""

    per_year: Decimal | None = None
    most: Decimal | None = None
    step: Decimal | None = None
    pack: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """Days of one person in one month (or a whole year) on one project."""

    person: Person
    month: str
    project_id: int | None
    days: Decimal
    working_time: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortContext:
    """What the efforts of one project are held against. `months` and `years` are each person's days over all projects;
    `left` what may still be declared in each period (below zero: too much was)."""

    as_of: date
    start: str | None = None
    end: str | None = None
    partners: frozenset[int] = frozenset()
    work_packages: frozenset[str] = frozenset()
    periods: tuple[ReportingPeriod, ...] = ()
    limits: DayLimits = field(default_factory=DayLimits)
    months: Mapping[tuple[Person, str], Decimal] = field(default_factory=dict)
    years: Mapping[tuple[Person, str], Decimal] = field(default_factory=dict)
    left: Mapping[tuple[Person, str], Decimal] = field(default_factory=dict)


def by_month(worked: Iterable[Worked]) -> dict[tuple[Person, str], Decimal]:
    """Each person's days of each month (or whole year, where no month is said) over all projects."""
    return _added((w.person, w.month, w.days) for w in worked)


def by_year(worked: Iterable[Worked]) -> dict[tuple[Person, str], Decimal]:
    """Each person's days of each calendar year over all projects."""
    return _added((w.person, w.month[:4], w.days) for w in worked)


def days_left(
    worked: Iterable[Worked], periods: Iterable[ReportingPeriod], per_year: Decimal | None
) -> dict[tuple[Person, str], Decimal]:
    """What each person may still declare in each period: days per year / 12 x its months x working time, less the days
    over all projects. A month of which no working time is said counts as the others do; none said is full time."""
    if per_year is None:
        return {}
    found: dict[tuple[Person, str], list[Worked]] = {}
    known = [p for p in periods if p.start and p.end]
    for w in worked:
        period = belongs(known, "", w.month)
        if period is not None:
            found.setdefault((w.person, period.code), []).append(w)
    spans = {p.code: _months(p) for p in known}
    return {
        key: day_equivalents(spans[key[1]], _working_time(some), per_year) - sum((w.days for w in some), Decimal(0))
        for key, some in found.items()
    }


def _working_time(worked: Iterable[Worked]) -> Decimal:
    by_month = {w.month: w.working_time for w in worked if w.working_time is not None}
    return sum(by_month.values(), Decimal(0)) / len(by_month) if by_month else _FULL_TIME


def _months(period: ReportingPeriod) -> Decimal:
    """The calendar months that a period spans; one that is cut counts by its days."""
    first, last = earliest(period.start or ""), latest(period.end or "")
    whole = (last.year - first.year) * 12 + last.month - first.month
    return Decimal(whole) + _share(last, last.day) - _share(first, first.day - 1)


def _share(day: date, days: int) -> Decimal:
    return Decimal(days) / calendar.monthrange(day.year, day.month)[1]


def _added(parts: Iterable[tuple[Person, str, Decimal]]) -> dict[tuple[Person, str], Decimal]:
    sums: dict[tuple[Person, str], Decimal] = {}
    for person, span, days in parts:
        sums[person, span] = sums.get((person, span), Decimal(0)) + days
    return sums


def _no_person(_: EffortContext, person: str) -> str:
    if not person:
        return "It names no person."
    return f"“{person}” looks like a name: use a pseudonym." if _A_NAME.fullmatch(person.strip()) else ""


def _no_month(context: EffortContext, month: str | None) -> str:
    return outside_project(context, month) if month else "It names no month."


def _no_work_package(context: EffortContext, work_package: str) -> str:
    if not work_package:
        return "It names no work package: a declaration of days refers to one."
    return unplanned(context, work_package)


def _no_days(_: EffortContext, days: Decimal | None) -> str:
    if days is None:
        return "It states no days."
    return "Days cannot be below zero." if days < 0 else ""


def _step(context: EffortContext, days: Decimal | None) -> str:
    step = context.limits.step
    if days is None or step is None or is_step(days, step):
        return ""
    return f"Days are rounded to {_number(step)}: {_number(days)} is none ({context.limits.pack})."


def _month(context: EffortContext, partner: int | None, person: str, month: str | None) -> str:
    if not month or not person:
        return ""
    days = context.months.get(((partner, person), month), Decimal(0))
    there = (latest(month) - earliest(month)).days + 1
    if days <= there:
        return ""
    return f"{person} has {_number(days)} days in {in_words(month)} over all projects, which has {there}."


def _year(context: EffortContext, partner: int | None, person: str, month: str | None) -> str:
    most = context.limits.most
    if not month or not person or most is None:
        return ""
    days = context.years.get(((partner, person), month[:4]), Decimal(0))
    if days <= most:
        return ""
    return (
        f"{person} has {_number(days)} days in {month[:4]} over all projects; at most {_number(most)} can be declared"
        f" ({context.limits.pack})."
    )


def _period(context: EffortContext, partner: int | None, person: str, month: str | None) -> str:
    period = belongs([p for p in context.periods if p.start and p.end], "", month)
    left = context.left.get(((partner, person), period.code)) if period else None
    if period is None or left is None or left >= 0:
        return ""
    return (
        f"{person} has {_number(-left)} days more in {period.code} than the most that can be declared for the months"
        f" and working time ({context.limits.pack})."
    )


def _signed(context: EffortContext, month: str | None, signed_on: str | None) -> str:
    if not month or latest(month) >= context.as_of:
        return ""
    if not signed_on:
        return f"{in_words(month)} is not signed yet."
    return f"It was signed before {in_words(month)} had ended." if latest(signed_on) < latest(month) else ""


def _number(value: Decimal) -> str:
    return f"{plain(value.quantize(Decimal('0.01'))):f}"


_WARNING = Severity.WARNING
RULES = (
    ItemRule("person", ("person",), _no_person, _WARNING),
    ItemRule("month", ("month",), _no_month),
    ItemRule("no-partner", ("partner_id",), no_partner, _WARNING),
    ItemRule("work-package", ("work_package",), _no_work_package, _WARNING),
    ItemRule("days", ("days",), _no_days),
    ItemRule("day-step", ("days",), _step),
    ItemRule("days-of-month", ("partner_id", "person", "month"), _month),
    ItemRule("days-of-year", ("partner_id", "person", "month"), _year),
    ItemRule("days-of-period", ("partner_id", "person", "month"), _period),
    ItemRule("not-signed", ("month", "signed_on"), _signed, _WARNING),
    ItemRule("unknown-period", ("declared_in",), unknown_period),
)
