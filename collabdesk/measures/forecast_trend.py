"""Milestone trend: how forecasts moved from one report to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told

_MTA = "CollabDesk's own definition, after milestone trend analysis: forecasts against the days they were reported on"
TREND = own("plan.trend", "Movement of a forecast", "last forecast reported - first forecast reported", "days", _MTA)
MEAN = own(
    "plan.trend-mean", "Mean movement of forecasts since the report before",
    "mean over entries of (forecast at the last report - forecast at the report before)", "days", _MTA,
)  # fmt: skip
RULES = (TREND, MEAN)
Readings = Mapping[date, date]
"""The day of a report -> the day that was forecast in it."""


def known_on(readings: Readings, day: date) -> date | None:
    """The forecast that stood on a day: the last one reported until then."""
    reported = [d for d in readings if d <= day]
    return readings[max(reported)] if reported else None


def movement(readings: Readings) -> Outcome:
    """From the first reported forecast to the last; one report alone shows no movement."""
    if len(readings) < 2:
        return Outcome(
            None, told("its forecast was reported once only") if readings else told("no forecast was reported")
        )
    return Outcome(Decimal((readings[max(readings)] - readings[min(readings)]).days))


def report_days(every: Iterable[Readings]) -> list[date]:
    """The days on which anything was reported, in order."""
    return sorted({day for readings in every for day in readings})


def mean_movement(every: Sequence[Readings]) -> tuple[Outcome, int]:
    """The mean movement from the last report but one to the last, and of how many entries.

    An entry that was not reported anew still has the forecast it had; one that was not known before does not count.
    """
    days = report_days(every)
    if len(days) < 2:
        return Outcome(None, told("forecasts were reported on fewer than two days")), 0
    moved = []
    for readings in every:
        before, now = known_on(readings, days[-2]), known_on(readings, days[-1])
        if before is not None and now is not None:
            moved.append((now - before).days)
    if not moved:
        return Outcome(None, told("no entry has a forecast in both of the last two reports")), 0
    return Outcome(Decimal(sum(moved)) / Decimal(len(moved))), len(moved)
