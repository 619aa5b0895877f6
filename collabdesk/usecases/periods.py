"""Reporting periods of a project: when reports are due, and how they close, are submitted, accepted and locked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, cast

from collabdesk.domain.dates import IsoDate, latest, today
from collabdesk.domain.packs import Pack
from collabdesk.domain.period_rules import REPORTED, belongs
from collabdesk.domain.problems import Refused
from collabdesk.domain.reporting_periods import STATUSES, ReportingPeriod
from collabdesk.domain.told import told
from collabdesk.usecases.changes import Change
from collabdesk.usecases.workspace import Workspace

_DAY_OF = {"submitted": "submitted_on", "accepted": "accepted_on"}


@dataclass(frozen=True, slots=True)
class Due:
    """The day a report is due, and what says so: the period itself, or a value of a rule pack."""

    day: date | None
    source: str = ""
    note: str | None = None


def of(workspace: Workspace, project_id: int | None) -> tuple[ReportingPeriod, ...]:
    """The project's periods in the order of their days."""
    found = cast("list[ReportingPeriod]", workspace.find("reporting_period", project_id=project_id))
    return tuple(sorted(found, key=lambda p: (p.start or p.end or "9999", p.code)))


def span_of(periods: Sequence[ReportingPeriod], declared_in: str, day: str) -> tuple[str, str] | None:
    """The first and last day of the period of an item; None where it is in none, or its days are not stated."""
    period = belongs([p for p in periods if p.start and p.end], declared_in, day)
    return (period.start, period.end) if period is not None and period.start and period.end else None


def due(period: ReportingPeriod, pack: Pack, *, is_last: bool = False) -> Due:
    """When the period's report is due: as stated, else its end and the days that the rule pack gives.

    The report of the last period may be due later: it is the final one.
    """
    if period.due:
        return Due(latest(period.due), "stated")
    value = (pack.get("final_report_due_days") if is_last else None) or pack.get("report_due_days")
    if value is None or not period.end:
        return Due(None, "", f"{pack.name} gives no report_due_days" if value is None else "the period has no end")
    day = latest(period.end) + timedelta(days=int(pack.number(value.name)))
    note = None if value.confirmed else told("{name} is unconfirmed in the rule pack", name=value.name)
    return Due(day, f"{value.name} of {pack.name}", note)


def move(
    workspace: Workspace, number: int, status: str, *, reason: str = "", day: date | None = None, label: str = ""
) -> Change:
    """Move a period to an allowed status; the day (today, unless one is given) is kept where a report is submitted or
    accepted.

    Refused without a reason where an accepted or locked period is opened again; the reason stays with the period and in
    the journal.
    """
    period = workspace.get("reporting_period", number)
    if not isinstance(period, ReportingPeriod):
        raise Refused("This reporting period is not there any more.", "gone")
    STATUSES.check(period.status, status)
    reason = reason.strip()
    fields: dict[str, Any] = {"status": status}
    if needs_reason(period.status, status):
        if not reason:
            raise Refused(f"{period.code} was {period.status}: it is opened again only with a reason.", "no-reason")
        fields["reopened_because"] = _said_anew(period, reason)
    if status in _DAY_OF:
        fields[_DAY_OF[status]] = IsoDate((day or today()).isoformat())
    said = label or f"Set {period.code} to {status}"
    with workspace.changing(f"{said}: {reason}" if reason else said) as step:
        step.update(replace(period, **fields))
    return step.change


def needs_reason(old: str, new: str) -> bool:
    """Whether a move opens what the funder has already."""
    return old in REPORTED and new not in REPORTED and new != "returned"


def _said_anew(period: ReportingPeriod, reason: str) -> str:
    # The same reason a second time is another reopening, and must show as one.
    return reason if reason != period.reopened_because else f"{reason} (again)"
