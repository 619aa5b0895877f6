"""Gather a project's plan: its entries beside the baseline, forecasts as reported, evidence, and days worked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import cast

from collabdesk.auditing.facts import Facts
from collabdesk.auditing.plan_facts import EffortOf, Key, PlanFacts, entries_of
from collabdesk.domain.dates import is_later, latest
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.evidence import Evidence
from collabdesk.domain.forecasts import ForecastReading
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.progress import Progress
from collabdesk.domain.projects import Project
from collabdesk.domain.told import told
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.usecases import rules
from collabdesk.usecases.plan import baselines
from collabdesk.usecases.plan.evidence import proven_by
from collabdesk.usecases.workspace import Workspace

_DAYS_PER_YEAR = "days_per_year"


def gathered(workspace: Workspace, project: Project, as_of: date, known: Facts | None = None) -> PlanFacts | None:
    """The plan as known by the day; None where nothing of one is recorded. What is `known` is not read again."""
    where = {"project_id": project.id}
    packages = cast("list[WorkPackage]", workspace.find("work_package", **where))
    milestones = known.milestones if known else cast("list[Milestone]", workspace.find("milestone", **where))
    deliverables = known.deliverables if known else cast("list[Deliverable]", workspace.find("deliverable", **where))
    if not (packages or milestones or deliverables):
        return None
    frozen = baselines.frozen(workspace, project.id or 0, as_of)
    baseline = frozen[-1] if frozen else None
    lines = baselines.lines_of(workspace, baseline) if baseline else None
    every = cast("list[ForecastReading]", workspace.find("forecast", **where))
    reported = [r for r in every if r.reported_on and r.forecast and latest(r.reported_on) <= as_of]
    proofs = cast("list[Evidence]", workspace.find("evidence", **where))
    effort = _effort(workspace, project, as_of)
    days, pack, note = _days_per_year(workspace, project, as_of) if effort else (None, "", "")
    return PlanFacts(
        entries=entries_of(packages, milestones, deliverables, lines, as_of, _done(workspace, project, as_of)),
        baseline=baseline,
        baselines=len(frozen),
        readings=_readings(reported),
        reading_ids=_ids(reported),
        proven=proven_by(proofs),  # a file proves what was reached, whenever it came in
        effort=effort,
        days_per_year=days,
        pack=pack,
        pack_note=note,
    )


def _done(workspace: Workspace, project: Project, as_of: date) -> dict[str, Decimal]:
    """The progress of each work package as it was last reported by the day."""
    every = cast("list[Progress]", workspace.find("progress", project_id=project.id))
    known = [p for p in every if p.day and p.done is not None and latest(p.day) <= as_of]
    return {p.work_package: p.done or Decimal(0) for p in sorted(known, key=lambda p: (latest(p.day or ""), p.id or 0))}


def _readings(known: Iterable[ForecastReading]) -> dict[Key, dict[date, date]]:
    found: dict[Key, dict[date, date]] = defaultdict(dict)
    for r in known:
        found[r.subject, r.code][latest(r.reported_on or "")] = latest(r.forecast or "")
    return dict(found)


def _ids(known: Iterable[ForecastReading]) -> dict[Key, tuple[int, ...]]:
    found: dict[Key, tuple[int, ...]] = {}
    for r in known:
        found[r.subject, r.code] = (*found.get((r.subject, r.code), ()), r.id or 0)
    return found


def _effort(workspace: Workspace, project: Project, as_of: date) -> tuple[EffortOf, ...]:
    """The days worked until the day, by work package; a month that is not over yet does not count."""
    where = {"project_id": project.id}
    days: dict[str, Decimal] = defaultdict(Decimal)
    later = set()
    for s in workspace.sums("effort", ("days",), by=("work_package", "month"), where=where):
        if s.totals["days"] is None:
            continue
        if is_later(s.key[1], as_of):
            later.add(s.key[0] or "")
        else:
            days[s.key[0] or ""] += s.totals["days"]
    return tuple(
        EffortOf(work_package=code, days=total, ids=_known(workspace, project, code, as_of) if code in later else ())
        for code, total in sorted(days.items())
    )


def _known(workspace: Workspace, project: Project, code: str, as_of: date) -> tuple[int, ...]:
    """The ids of a work package's effort until the day, where more came later."""
    where = {"project_id": project.id, "work_package": code}
    months = [m for m in workspace.stated("effort", "month", where) if not m or latest(m) <= as_of]
    return tuple(workspace.ids("effort", where={**where, "month": months}))


def _days_per_year(workspace: Workspace, project: Project, as_of: date) -> tuple[Decimal | None, str, str]:
    """The rule pack's days of a full year, the pack's name, and what must be said of the value."""
    pack = rules.chosen(workspace, project, as_of).pack
    value = pack.get(_DAYS_PER_YEAR)
    if value is None or not isinstance(value.value, Decimal):
        return None, pack.name, ""
    note = (
        "" if value.confirmed else told("{days_per_year} is unconfirmed in the rule pack", days_per_year=_DAYS_PER_YEAR)
    )
    return value.value, pack.name, note
