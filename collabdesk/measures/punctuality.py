"""Milestone punctuality: achieved on time, of those that fell due; and how many are overdue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from collabdesk.domain.milestones import Milestone
from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome
from collabdesk.domain.standing import days_overdue, due, on_time
from collabdesk.domain.told import told

PUNCTUALITY = own(
    "milestone.punctuality",
    "Milestone punctuality",
    "milestones achieved on or before their baseline date / milestones with a baseline date by the as-of day",
    "ratio",
)
OVERDUE = own(
    "milestone.overdue",
    "Milestones overdue",
    "milestones not achieved whose forecast, or baseline without one, lies before the as-of day",
    "count",
)
RULES = (PUNCTUALITY, OVERDUE)


def due_by(milestones: Iterable[Milestone], as_of: date) -> list[Milestone]:
    """Those that fell due by `as_of`, without the cancelled ones."""
    return [m for m in milestones if m.status != "cancelled" and (day := due(m)) is not None and day <= as_of]


def overdue(milestones: Iterable[Milestone], as_of: date) -> list[Milestone]:
    """Those not reached although their forecast has passed, longest overdue first."""
    late = [m for m in milestones if days_overdue(m, as_of) > 0]
    return sorted(late, key=lambda m: (-days_overdue(m, as_of), m.code, m.id or 0))


def punctuality(milestones: Iterable[Milestone], as_of: date) -> Outcome:
    """On time / due by `as_of`; undefined while none has fallen due."""
    fell_due = due_by(milestones, as_of)
    if not fell_due:
        return Outcome(None, told("no milestone has fallen due by this day"))
    return Outcome(Decimal(sum(on_time(m, as_of) for m in fell_due)) / Decimal(len(fell_due)))
