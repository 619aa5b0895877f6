"""Costs declared to the funder, and what it accepted and rejected of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from collabdesk.domain.rules import Outcome, Rule

_OWN = "CollabDesk's own definition"
DECLARED = Rule(
    "cost.declared", "CD-1", "Declared", "sum spent of items declared, accepted, rejected or adjusted", "money", _OWN
)
ACCEPTED = Rule("cost.accepted", "CD-1", "Accepted", "sum accepted of items accepted", "money", _OWN)
REJECTED = Rule("cost.rejected", "CD-1", "Rejected", "spent - accepted, of items accepted or rejected", "money", _OWN)
UNDECLARED = Rule("cost.undeclared", "CD-1", "Items not declared yet", "number of items of the period", "count", _OWN)
PROBLEMS = Rule("books.problems", "CD-1", "Open problems", "number of broken rules beside records", "count", _OWN)
LATE = Rule("report.late", "CD-1", "Report late", "submitted, or today - due", "days", _OWN)
RULES = (DECLARED, ACCEPTED, REJECTED, UNDECLARED, PROBLEMS, LATE)


def rejected(spent: Decimal | None, accepted: Decimal | None) -> Outcome:
    """What was spent and not accepted, of items with the funder's verdict; undefined where there are none."""
    if spent is None:
        return Outcome(None, "the funder has given no verdict")
    return Outcome(spent - (accepted or Decimal(0)))


def days_late(due: date | None, submitted: date | None, as_of: date, no_due: str = "") -> Outcome:
    """Days from the due day to the submission, or to the day where it is not submitted; 0 where it is not late."""
    if due is None:
        return Outcome(None, no_due or "no due day is recorded")
    return Outcome(Decimal(max(0, ((submitted or as_of) - due).days)))
