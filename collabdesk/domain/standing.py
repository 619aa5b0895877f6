"""Where one milestone stands on a day: what was known by then, and nothing that came later."""

from __future__ import annotations

from datetime import date

from collabdesk.domain.dates import latest
from collabdesk.domain.milestones import Milestone


def due(milestone: Milestone) -> date | None:
    """The approved due day: the baseline, or the forecast where no baseline is recorded."""
    text = milestone.baseline or milestone.forecast
    return latest(text) if text else None


def achieved(milestone: Milestone, as_of: date) -> bool:
    """Reached by `as_of`; a milestone that says achieved without a day counts as reached."""
    if milestone.achieved is not None:
        return latest(milestone.achieved) <= as_of
    return milestone.status == "achieved"


def on_time(milestone: Milestone, as_of: date) -> bool:
    """Reached by `as_of`, on a recorded day that is not after the due day."""
    day = due(milestone)
    return (
        milestone.achieved is not None
        and day is not None
        and achieved(milestone, as_of)
        and latest(milestone.achieved) <= day
    )


def days_overdue(milestone: Milestone, as_of: date) -> int:
    """Days since the forecast (or, without one, the baseline) of a milestone not reached by `as_of`; else 0."""
    text = milestone.forecast or milestone.baseline
    if milestone.status == "cancelled" or text is None or achieved(milestone, as_of):
        return 0
    return max(0, (as_of - latest(text)).days)


def slip_days(milestone: Milestone, as_of: date) -> int | None:
    """Days from baseline to achievement, or to the forecast of one not reached by `as_of`; None without both."""
    reached = milestone.achieved if milestone.achieved and latest(milestone.achieved) <= as_of else None
    now = reached or milestone.forecast
    if now is None or milestone.baseline is None or milestone.status == "cancelled":
        return None
    return (latest(now) - latest(milestone.baseline)).days
