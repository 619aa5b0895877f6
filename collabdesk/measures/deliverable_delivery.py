"""Deliverable delivery: products handed in, of those that fell due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from collabdesk.domain.dates import latest
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told

DELIVERED = own(
    "deliverable.delivery",
    "Deliverable delivery",
    "deliverables handed in by the as-of day / deliverables due by the as-of day",
    "ratio",
)
OVERDUE = own(
    "deliverable.overdue",
    "Deliverables overdue",
    "deliverables due before the as-of day and not handed in",
    "count",
)
RULES = (DELIVERED, OVERDUE)
_HANDED_IN = frozenset({"submitted", "accepted", "rejected"})


def is_handed_in(deliverable: Deliverable, as_of: date) -> bool:
    """Handed in by `as_of`: by its day where one is recorded, else by its status, else because it is published."""
    if deliverable.submitted_on is not None:
        return latest(deliverable.submitted_on) <= as_of
    return deliverable.status in _HANDED_IN or bool(deliverable.url)


def due_by(deliverables: Iterable[Deliverable], as_of: date) -> list[Deliverable]:
    """Those that fell due by `as_of`."""
    return [d for d in deliverables if d.due is not None and latest(d.due) <= as_of]


def overdue(deliverables: Iterable[Deliverable], as_of: date) -> list[Deliverable]:
    """Those due before `as_of` and not handed in, longest overdue first."""
    late = [d for d in deliverables if d.due and latest(d.due) < as_of and not is_handed_in(d, as_of)]
    return sorted(late, key=lambda d: (latest(d.due or ""), d.code, d.id or 0))


def delivered(deliverables: Iterable[Deliverable], as_of: date) -> Outcome:
    """Handed in / due by `as_of`; undefined while none has fallen due."""
    fell_due = due_by(deliverables, as_of)
    if not fell_due:
        return Outcome(None, told("no deliverable has fallen due by this day"))
    return Outcome(Decimal(sum(is_handed_in(d, as_of) for d in fell_due)) / Decimal(len(fell_due)))
