"""Gather what a project declared, by partner, period, currency and status; its effort; and what stands in the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from collabdesk.auditing.cost_facts import CostFacts, CostPart, EffortPart, PeriodFacts
from collabdesk.auditing.facts import total
from collabdesk.domain.dates import is_later
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.period_rules import DECLARED, belongs
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.told import told
from collabdesk.usecases import periods
from collabdesk.usecases.costs.problems import cost_problems
from collabdesk.usecases.efforts.problems import effort_problems, limits_of
from collabdesk.usecases.rules import chosen
from collabdesk.usecases.workspace import Workspace

_JUDGED = 200_000
"""Cost items of a project up to which their problems are counted for a figure."""
_BY = ("partner_id", "declared_in", "date", "period_end", "currency", "status")


def gathered(workspace: Workspace, project: Project, as_of: date) -> CostFacts | None:
    """None where the project has neither cost items nor effort nor reporting periods."""
    where: dict[str, object] = {"project_id": project.id}
    known = periods.of(workspace, project.id)
    sums = workspace.sums("cost", ("expended", "accepted"), by=_BY, where=where)
    efforts = workspace.sums(
        "effort", ("days",), by=("partner_id", "person", "declared_in", "month", "id"), where=where
    )
    if not (sums or efforts or known):
        return None
    choice = chosen(workspace, project, as_of)
    pack = choice.pack
    per_year = pack.get("days_per_year")
    costs = [s for s in sums if not is_later(s.key[2] or s.key[3], as_of)]
    return CostFacts(
        costs=_cost_parts(costs, known),
        efforts=_effort_parts([s for s in efforts if not is_later(s.key[3], as_of)], known),
        periods=tuple(_period(p, known, costs, periods.due(p, pack, is_last=p is known[-1])) for p in known),
        limits=limits_of(pack),
        per_year_note=None
        if per_year is None or per_year.confirmed
        else told("{name} is unconfirmed in the rule pack", name="days_per_year"),
        cost_problems=cost_problems(workspace, project, as_of, choice).counted(workspace)
        if sum(s.records for s in sums) <= _JUDGED
        else None,
        effort_problems=effort_problems(workspace, project, as_of, choice).counted(workspace) if efforts else {},
    )


def _code(known: Sequence[ReportingPeriod], declared_in: str, day: str | None) -> str:
    period = belongs(known, declared_in, day)
    return period.code if period is not None else ""


def _cost_parts(sums: Iterable[Any], known: Sequence[ReportingPeriod]) -> tuple[CostPart, ...]:
    groups: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for s in sums:
        partner, declared_in, day, end, currency, status = s.key
        groups[partner, _code(known, declared_in, day or end), currency or NO_CURRENCY, status].append(s)
    return tuple(
        CostPart(
            partner_id=partner,
            period=period,
            unit=unit,
            status=status,
            expended=total([s.totals["expended"] for s in some]),
            accepted=total([s.totals["accepted"] for s in some]),
            records=sum(s.records for s in some),
        )
        for (partner, period, unit, status), some in groups.items()
    )


def _effort_parts(sums: Iterable[Any], known: Sequence[ReportingPeriod]) -> tuple[EffortPart, ...]:
    groups: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for s in sums:
        if s.totals["days"] is not None:
            groups[s.key[0], s.key[1], _code(known, s.key[2], s.key[3])].append(s)
    return tuple(
        EffortPart(
            partner_id=partner,
            person=person,
            period=period,
            days=sum((s.totals["days"] for s in some), Decimal(0)),
            ids=tuple(s.key[4] for s in some),
        )
        for (partner, person, period), some in groups.items()
    )


def _period(
    period: ReportingPeriod, known: Sequence[ReportingPeriod], sums: Iterable[Any], due: periods.Due
) -> PeriodFacts:
    mine = [s for s in sums if _code(known, s.key[1], s.key[2] or s.key[3]) == period.code]
    by_day = [s for s in mine if not s.key[1]]
    return PeriodFacts(
        period=period,
        due=due.day,
        due_from=due.source,
        due_note=due.note,
        dates=tuple(sorted({s.key[2] for s in by_day if s.key[2]})),
        ends=tuple(sorted({s.key[3] for s in by_day if not s.key[2] and s.key[3]})),
        undeclared=sum(s.records for s in mine if s.key[5] not in DECLARED),
    )
