"""Slip: by how many days milestones move away from their baseline."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from collabdesk.domain.milestones import Milestone
from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome
from collabdesk.domain.standing import slip_days

_OWN = "CollabDesk's own definition; early milestones count as negative days"
SLIP = own("milestone.slip", "Slip of a milestone", "achieved or forecast - baseline", "days", _OWN)
MEAN = own("milestone.slip-mean", "Mean slip of milestones", "mean of (achieved or forecast - baseline)", "days", _OWN)
LARGEST = own(
    "milestone.slip-largest",
    "Largest slip of a milestone",
    "largest of (achieved or forecast - baseline)",
    "days",
    _OWN,
)
RULES = (SLIP, MEAN, LARGEST)
_NONE = "no milestone has both a baseline and a forecast or achieved date"


def slips(milestones: Iterable[Milestone], as_of: date) -> list[tuple[int, Milestone]]:
    """(days, milestone) of all with a baseline and a later date to compare, largest slip first."""
    known = [(days, m) for m in milestones if (days := slip_days(m, as_of)) is not None]
    return sorted(known, key=lambda pair: (-pair[0], pair[1].code, pair[1].id or 0))


def mean_slip(days: Iterable[int]) -> Outcome:
    """The arithmetic mean of the slips in days, early ones negative."""
    values = list(days)
    return Outcome(Decimal(sum(values)) / Decimal(len(values))) if values else Outcome(None, _NONE)


def largest_slip(days: Iterable[int]) -> Outcome:
    """The largest slip in days; negative when every milestone is early."""
    values = list(days)
    return Outcome(Decimal(max(values))) if values else Outcome(None, _NONE)
