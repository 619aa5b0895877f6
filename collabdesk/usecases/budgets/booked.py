"""What is planned and what was spent, each by partner, category, work package and period as the budget writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import cast

from collabdesk.auditing.unmatched import Booked, words
from collabdesk.domain.dates import latest
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.phases import Frame, Phase, number_of, phase_of, stated
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.usecases.budgets.lines import condition
from collabdesk.usecases.budgets.pivot import Key
from collabdesk.usecases.workspace import Workspace

_BY = ("partner_id", "category", "work_package", "period")
_COST_BY = ("partner_id", "category", "work_package", "declared_in", "date", "period_end")


@dataclass(frozen=True, slots=True)
class Part:
    """Planned or spent on one partner, category, work package and period (as the budget writes them)."""

    partner: int | None
    category: str
    work_package: str
    period: str
    currency: str
    amount: Decimal

    @property
    def booked(self) -> Booked:
        return Booked(
            partner_id=self.partner, category=self.category, work_package=self.work_package, unit=self.currency
        )

    def of(self, axis: str) -> Key:
        """Where it stands on an axis."""
        return cast(Key, getattr(self, axis))


def planned_parts(workspace: Workspace, project_id: int, version_id: int | None) -> list[Part]:
    sums = workspace.sums(
        "budget", ("amount",), by=(*_BY, "currency"), where=condition(workspace, project_id, version_id)
    )
    found = [
        Part(s.key[0], s.key[1] or "", s.key[2] or "", s.key[3] or "", s.key[4] or NO_CURRENCY, s.totals["amount"])
        for s in sums
        if s.totals["amount"] is not None
    ]
    first = one_word((p.category for p in found), None), one_word((p.work_package for p in found), None)
    return [
        Part(p.partner, first[0](p.category), first[1](p.work_package), p.period, p.currency, p.amount) for p in found
    ]


def one_word(said: Iterable[str], known: Callable[[str], object] | None) -> Callable[[str], str]:
    """Gives of several ways to write a word the one that was said first."""

    def meant(word: str) -> object:
        category = known(word) if known else None
        return category or words(word)

    first: dict[object, str] = {}
    for word in said:
        first.setdefault(_key(meant(word)), word)
    return lambda word: first.get(_key(meant(word)), word)


def _key(meant: object) -> object:
    return getattr(meant, "code", meant)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Costs in a currency for which there is no rate: they are in no row."""

    currency: str
    amount: Decimal
    reason: str


@dataclass(slots=True)
class Spent:
    """The costs by what they are compared with, in currencies that are budgeted or the project's own."""

    parts: list[Part] = field(default_factory=list)
    converted: set[str] = field(default_factory=set)
    left_out: dict[str, LeftOut] = field(default_factory=dict)


def spent_parts(workspace: Workspace, project: Project, budgeted: set[str], periods: Periods, as_of: date) -> Spent:
    """What was spent by the day; costs in a currency without a budget are converted where the project is in another."""
    home, where = project.currency or NO_CURRENCY, {"project_id": project.id}
    there = {s.key[0] or NO_CURRENCY for s in workspace.sums("cost", (), by=("currency",), where=where)}
    foreign = sorted(there - budgeted - {home})
    found = Spent()
    for unit in sorted(there - set(foreign)):
        its = {**where, "currency": "" if unit == NO_CURRENCY else unit}
        for s in workspace.sums("cost", ("expended",), by=_COST_BY, where=its):
            total = s.totals["expended"]
            if total is not None and _is_known(s.key, as_of):
                found.parts.append(_cost(s.key, unit, total, periods))
    if foreign:
        _convert(workspace, project, foreign, periods, as_of, found)
    return found


def _convert(
    workspace: Workspace, project: Project, foreign: Sequence[str], periods: Periods, as_of: date, found: Spent
) -> None:
    from collabdesk.usecases.rates import in_home_by
    from collabdesk.usecases.rates.choosing import choice_of

    choice = choice_of(workspace, project, as_of)
    where = {"currency": ["" if unit == NO_CURRENCY else unit for unit in foreign]}
    for part in in_home_by(workspace, project, "cost", ("expended",), where, choice.name, as_of, by=_COST_BY):
        for one in part.converted:
            value = one.values["expended"]
            if value is not None:
                found.parts.append(_cost(part.key, project.currency or NO_CURRENCY, value, periods))
                found.converted.add(one.currency)
        for other in part.unconverted:
            amount, before = other.amounts["expended"], found.left_out.get(other.currency)
            if amount is not None:
                sum_ = amount + (before.amount if before else Decimal(0))
                said = other.reason if choice.name else choice.note or other.reason
                reason = before.reason if before else said
                found.left_out[other.currency] = LeftOut(other.currency, sum_, reason)


def _is_known(key: Sequence[object], as_of: date) -> bool:
    day = key[4] or key[5]
    return not day or latest(str(day)) <= as_of


def _cost(key: Sequence[object], unit: str, amount: Decimal, periods: Periods) -> Part:
    partner, category, package, declared, day, end = key[:6]
    period = periods.of(str(declared or ""), str(day or end or ""))
    return Part(cast("int | None", partner), str(category or ""), str(package or ""), period, unit, amount)


class Periods:
    """In which of the budget's periods a cost falls: the one it is declared in, else that of its day."""

    def __init__(self, workspace: Workspace, project: Project, planned: Sequence[Part]) -> None:
        there = cast("list[ReportingPeriod]", workspace.find("reporting_period", project_id=project.id))
        reporting = tuple((p.code, span) for p in there if (span := stated(p.start, p.end)))
        whole = stated(project.start, project.end)
        named = {p.period for p in planned if p.period}
        frame = Frame(
            whole.first if whole else None, whole.last if whole else None, reporting,
            max((number_of(name) for name in named), default=0),
        )  # fmt: skip
        phases = {name: phase_of(name, frame) for name in sorted(named)}
        self._by_word = {words(name): name for name in named}
        self._spans = {name: phase.span for name, phase in phases.items() if isinstance(phase, Phase)}
        self._reporting = reporting

    def of(self, declared: str, day: str) -> str:
        """The budget's word for it; else the reporting period's code; "" where neither can be told."""
        if words(declared) in self._by_word:
            return self._by_word[words(declared)]
        if not day:
            return declared
        last = latest(day)
        for name, span in (*self._spans.items(), *self._reporting):
            if span.first <= last <= span.last:
                return name
        return declared
