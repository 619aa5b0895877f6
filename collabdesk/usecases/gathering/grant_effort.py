"""Gather the effort that personnel costs by days are computed from, and each person's days over all projects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import cast

from collabdesk.auditing.grant_facts import EffortOf, PersonYear
from collabdesk.domain.dates import earliest, in_words
from collabdesk.domain.efforts import Effort
from collabdesk.domain.period_rules import belongs
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.told import in_a_row, told
from collabdesk.usecases.workspace import Workspace

_MONTHS_OF_YEAR = 12
_LENGTH_OF_YEAR = 4


def efforts(workspace: Workspace, project: Project, periods: list[ReportingPeriod], as_of: date) -> Iterator[EffortOf]:
    """Each person's effort by reporting period; by calendar year where no period holds the month."""
    grouped: dict[tuple[int | None, str, str], list[Effort]] = defaultdict(list)
    for one in cast("list[Effort]", workspace.find("effort", project_id=project.id)):
        if one.month and earliest(one.month) <= as_of:
            its = belongs(periods, one.declared_in, one.month)
            grouped[one.partner_id, one.person, its.code if its else one.declared_in or one.month[:4]].append(one)
    for (partner_id, person, period), rows in sorted(grouped.items(), key=lambda item: str(item[0])):
        yield _of(partner_id, person, period, rows, project.currency)


def _of(partner_id: int | None, person: str, period: str, rows: list[Effort], currency: str) -> EffortOf:
    by_month: dict[str, list[Effort]] = defaultdict(list)
    for row in rows:
        by_month[row.month or ""].append(row)
    cost, months, reasons = Decimal(0), Decimal(0), []
    is_costed = False
    for month, its in sorted(by_month.items()):
        # A person who works for two work packages in a month has that month's cost once.
        costs, times = {r.cost for r in its} - {None}, {r.working_time for r in its} - {None}
        if len(costs) > 1 or len(times) > 1:
            reasons.append(
                told(
                    "{month} has two costs or working times of {person}",
                    month=in_words(month),
                    person=person or "the person",
                )
            )
            continue
        if costs:
            cost += cast("Decimal", costs.pop())
            is_costed = True
        else:
            reasons.append(told("no personnel cost is recorded for {month}", month=in_words(month)))
        months += _months(month) * (cast("Decimal", times.pop()) if times else Decimal(1))
    if any((r.currency or currency) != currency for r in rows):
        reasons.append("a personnel cost in another currency is not converted")
    overlapping = [m for m in by_month if len(m) > _LENGTH_OF_YEAR and m[:4] in by_month]
    if overlapping:
        reasons.append(told("{overlapping} is recorded as a year and by months", overlapping=overlapping[0][:4]))
    days = [r.days for r in rows if r.days is not None]
    return EffortOf(
        partner_id=partner_id,
        person=person,
        category=next((r.category for r in rows if r.category), ""),
        period=period,
        days=sum(days, Decimal(0)) if days else None,
        cost=cost if is_costed else None,
        working_months=months,
        ids=tuple(r.id or 0 for r in rows),
        reason=in_a_row(dict.fromkeys(reasons)) or None,
    )


def _months(month: str) -> int:
    return _MONTHS_OF_YEAR if len(month) == _LENGTH_OF_YEAR else 1


def person_years(workspace: Workspace, project: Project, as_of: date) -> Iterator[PersonYear]:
    """The days of the project's people in each calendar year, here and over all projects on file."""
    by = ("partner_id", "person", "month", "project_id")
    here = {s.key[:2] for s in workspace.sums("effort", (), by=by[:2], where={"project_id": project.id})}
    people = sorted({person for _, person in here if person})
    if not people:
        return
    years: dict[tuple[int | None, str, str], list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    for s in workspace.sums("effort", ("days",), by=by, where={"person": people}):
        partner_id, person, month, its_project = s.key
        if (partner_id, person) in here and month and earliest(month) <= as_of and s.totals["days"] is not None:
            both = years[partner_id, person, month[:4]]
            both[1] += s.totals["days"]
            if its_project == project.id:
                both[0] += s.totals["days"]
    ids = _ids(workspace, people)
    for (partner_id, person, year), (own, whole) in sorted(years.items(), key=lambda item: str(item[0])):
        if own:
            rests_on = tuple(ids.get((partner_id, person, year), ()))
            yield PersonYear(partner_id=partner_id, person=person, year=year, days_here=own, days=whole, ids=rests_on)


def _ids(workspace: Workspace, people: Iterable[str]) -> dict[tuple[int | None, str, str], list[int]]:
    there = workspace.kept_columns("effort", ("partner_id", "person", "month", "days"), person=list(people))
    found: dict[tuple[int | None, str, str], list[int]] = defaultdict(list)
    names = ("id", "partner_id", "person", "month", "days")
    for number, partner_id, person, month, days in zip(*(there[n] for n in names), strict=True):
        if month and days is not None:
            found[partner_id, person, month[:4]].append(number)
    return found
