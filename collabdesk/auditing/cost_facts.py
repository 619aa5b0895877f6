"""What was declared, accepted and rejected, who worked how long, and what stands in the way: facts of one project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from collabdesk.auditing.effort_rules import DayLimits
from collabdesk.domain.reporting_periods import ReportingPeriod


@dataclass(frozen=True, slots=True, kw_only=True)
class CostPart:
    """The cost items of one partner, period ("" = in none), currency and status."""

    partner_id: int | None
    period: str
    unit: str
    status: str
    expended: Decimal | None
    accepted: Decimal | None
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortPart:
    """The days of one person in one period ("" = in none)."""

    partner_id: int | None
    person: str
    period: str
    days: Decimal
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFacts:
    """One reporting period. `due` is the day its report is due and `due_from` what says so; `dates` and `ends` are the
    days of those items that belong to it by their day (`ends`: where only the end of a time is stated)."""

    period: ReportingPeriod
    due: date | None
    due_from: str = ""
    due_note: str | None = None
    dates: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    undeclared: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CostFacts:
    """`cost_problems` and `effort_problems` count the broken rules by code, None where there are too many items for it.

    `per_year_note` says where the days of a year are unconfirmed.
    """

    costs: tuple[CostPart, ...] = ()
    efforts: tuple[EffortPart, ...] = ()
    periods: tuple[PeriodFacts, ...] = ()
    limits: DayLimits = field(default_factory=DayLimits)
    per_year_note: str | None = None
    cost_problems: Mapping[str, int] | None = None
    effort_problems: Mapping[str, int] = field(default_factory=dict)
