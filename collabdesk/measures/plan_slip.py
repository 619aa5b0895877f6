"""The plan against its frozen baseline: slip of every entry, what was moved without a new baseline, and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from collabdesk.domain.rule_sources import OWN, own
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told

SLIP = own(
    "plan.slip", "Slip of the plan",
    "finish (actual, else forecast, else as approved) - finish in the baseline", "days", f"{OWN}; early is negative",
)  # fmt: skip
LARGEST = own("plan.slip-largest", "Largest slip of the plan", "largest of the entries' slips", "days")
DRIFT = own(
    "plan.drift", "Approved dates that differ from the frozen baseline",
    "entries whose approved start or end is not that of the last frozen baseline", "count",
)  # fmt: skip
UNPROVEN = own(
    "plan.evidence-missing", "Reached without evidence",
    "milestones achieved, or deliverables handed in, for which no file is recorded", "count",
)  # fmt: skip
CRITICAL_OVERDUE = own(
    "plan.critical-overdue", "Critical milestones overdue",
    "overdue milestones that are on the critical path or that the source calls critical", "count",
)  # fmt: skip
RULES = (SLIP, LARGEST, DRIFT, UNPROVEN, CRITICAL_OVERDUE)


def slip(finish: date | None, baseline: date | None, *, is_frozen: bool) -> Outcome:
    """Days from the baseline's finish to the finish now."""
    if baseline is None:
        return Outcome(None, "it is not in the baseline" if is_frozen else "no approved end is recorded")
    if finish is None:
        return Outcome(None, told("no end is recorded"))
    return Outcome(Decimal((finish - baseline).days))


def largest(slips: Iterable[Outcome]) -> Outcome:
    """The largest slip that there is; negative when every entry is early."""
    known = [s.value for s in slips if s.value is not None]
    return Outcome(max(known)) if known else Outcome(None, told("no entry has both a baseline and an end"))


def drifted(approved: Sequence[tuple[str | None, str | None]], frozen: Sequence[tuple[str | None, str | None]]) -> int:
    """How many of the pairs (start, end) as approved now differ from those that were frozen, place by place."""
    return sum(now != then for now, then in zip(approved, frozen, strict=True))
