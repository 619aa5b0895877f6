"""What earned value is counted from: a project's plan over time, the readings of its progress, its costs by day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import accumulate

from collabdesk.domain.figures import Basis
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.progress import Progress
from collabdesk.domain.timescales import Timescale
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.measures.planned_value import Phased


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the plan that has a budget: a work package, a task, or (`code` "") what names no work package.

    `package` is the code of the work package on top of it. `plan` is its budget over time, `undated` what of its budget
    could not be placed in time and `why_undated` the reason. `technique`, `readings` and `milestones` are its own, else
    those of the work package that it is a task of.
    """

    code: str
    title: str = ""
    package: str = ""
    package_title: str = ""
    plan: tuple[Phased, ...] = ()
    undated: Decimal = Decimal(0)
    why_undated: str = ""
    technique: str = ""
    work: WorkPackage | None = None
    readings: tuple[Progress, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    basis: tuple[Basis, ...] = ()

    @property
    def budget(self) -> Decimal:
        """All that is planned for it."""
        return sum((piece.amount for piece in self.plan), self.undated)

    @property
    def begins(self) -> date | None:
        """Its first planned day."""
        return min((piece.span.first for piece in self.plan), default=None)


@dataclass(frozen=True, slots=True)
class Spent:
    """What was spent, in the plan's currency: `totals` are the sums until the end of each of the `days`, in order.

    `undated` is what states no day; it counts on every day.
    """

    days: tuple[date, ...] = ()
    totals: tuple[Decimal, ...] = ()
    undated: Decimal = Decimal(0)

    @classmethod
    def of(cls, amounts: Mapping[date | None, Decimal]) -> Spent:
        """From what was spent on each day."""
        days = sorted(day for day in amounts if day is not None)
        totals = tuple(accumulate(amounts[day] for day in days))
        return cls(tuple(days), totals, amounts.get(None, Decimal(0)))

    def by(self, day: date) -> Decimal:
        """All that was spent when the day is over."""
        place = bisect_right(self.days, day)
        return self.undated + (self.totals[place - 1] if place else Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueFacts:
    """The plan, the progress and the costs of one project in one currency.

    `source` says what the plan was made from. `scale` are its periods, None without a plan over time; `why_no_plan` is
    then the reason. `readings` are those of the project as a whole. `spent` are all costs, `spent_on` those of each
    work package, under "" those for which no budget was planned, or all where the whole plan names no work package;
    `unplanned` are the codes of these. `no_costs` is why the actual cost is unknown. `rule_pack` says which rates
    convert costs, where any are converted. `time_basis` are the dates that place the plan in time.
    """

    unit: str
    source: str = ""
    parts: tuple[Part, ...] = ()
    scale: Timescale | None = None
    why_no_plan: str = ""
    readings: tuple[Progress, ...] = ()
    spent: Spent | None = None
    spent_on: Mapping[str, Spent] = field(default_factory=dict)
    no_costs: str = ""
    unplanned: tuple[str, ...] = ()
    plan_basis: tuple[Basis, ...] = ()
    spent_basis: tuple[Basis, ...] = ()
    spent_by_package: Mapping[str, tuple[Basis, ...]] = field(default_factory=dict)
    rule_pack: str = ""
    plan_notes: tuple[str, ...] = ()
    cost_notes: tuple[str, ...] = ()
    time_basis: tuple[Basis, ...] = ()

    @property
    def packages(self) -> tuple[tuple[str, str], ...]:
        """The work packages on top, with their titles, in the plan's order; empty where no budget names one."""
        return tuple(dict.fromkeys((p.package, p.package_title) for p in self.parts if p.package))

    @property
    def budget(self) -> Decimal | None:
        """The budget at completion; None without a plan."""
        return sum((p.budget for p in self.parts), Decimal(0)) if self.parts else None

    def of(self, package: str | None) -> tuple[Part, ...]:
        """The parts of a work package, or all of them (None)."""
        return tuple(p for p in self.parts if package in (None, p.package))
