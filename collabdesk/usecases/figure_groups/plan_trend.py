"""Milestone trend: how the forecasts moved from report to report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.auditing.plan_facts import Entry, PlanFacts
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.told import told
from collabdesk.measures.forecast_trend import MEAN, TREND, mean_movement, movement, report_days
from collabdesk.usecases.figuring import Group, figure

_SHOWN = 60
_SUBJECTS = ("milestone", "deliverable")


def _figures(facts: Facts) -> Iterator[Figure]:
    plan = facts.plan
    if plan is None:
        return
    points = [e for e in plan.entries if e.subject in _SUBJECTS and plan.readings.get(e.key)]
    if not points:
        return
    milestones = [e for e in points if e.subject == "milestone"]
    counted = milestones or points
    every = [plan.readings[e.key] for e in counted]
    outcome, n = mean_movement(every)
    days = report_days(every)
    yield figure(
        facts, "plan_trend", MEAN, "forecast-trend", outcome,
        inputs={"n": n, "report before": _iso(days[-2:-1]), "last report": _iso(days[-1:])},
        basis=_basis(plan, counted),
    )  # fmt: skip
    yield from (_one(facts, plan, e) for e in counted[:_SHOWN])


def _one(facts: Facts, plan: PlanFacts, entry: Entry) -> Figure:
    """One line of the trend chart: each input named by a day is what was forecast on it."""
    readings = plan.readings[entry.key]
    reported = {told("reported {day}", day=day.isoformat()): readings[day].isoformat() for day in sorted(readings)}
    return figure(
        facts,
        "plan_trend",
        TREND,
        "forecast-trend",
        movement(readings),
        detail=" ".join(part for part in (entry.code, entry.title) if part),
        detail_slug=slug_of(entry.code) if entry.code else f"{entry.subject[0]}{entry.id}",
        inputs={"baseline end": entry.baseline_end, "reached": entry.end if entry.is_done else None, **reported},
        basis=_basis(plan, [entry]),
    )


def _basis(plan: PlanFacts, entries: list[Entry]) -> list[Basis]:
    ids = tuple(i for e in entries for i in plan.reading_ids.get(e.key, ()))
    return [Basis("forecast", "forecast", ids=ids)] if ids else []


def _iso(days: list[date]) -> str | None:
    return days[0].isoformat() if days else None


GROUP = Group("plan_trend", 52, _figures)
