"""Costs declared to the funder, and what it accepted and rejected of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told

DECLARED = own("cost.declared", "Declared", "sum spent of items declared, accepted, rejected or adjusted", "money")
ACCEPTED = own("cost.accepted", "Accepted", "sum accepted of items accepted", "money")
REJECTED = own("cost.rejected", "Rejected", "spent - accepted, of items accepted or rejected", "money")
UNDECLARED = own("cost.undeclared", "Items not declared yet", "number of items of the period", "count")
PROBLEMS = own("books.problems", "Open problems", "number of broken rules beside records", "count")
LATE = own("report.late", "Report late", "submitted, or today - due", "days")
RULES = (DECLARED, ACCEPTED, REJECTED, UNDECLARED, PROBLEMS, LATE)


def rejected(spent: Decimal | None, accepted: Decimal | None) -> Outcome:
    """What was spent and not accepted, of items with the funder's verdict; undefined where there are none."""
    if spent is None:
        return Outcome(None, told("the funder has given no verdict"))
    return Outcome(spent - (accepted or Decimal(0)))


def days_late(due: date | None, submitted: date | None, as_of: date, no_due: str = "") -> Outcome:
    """Days from the due day to the submission, or to the day where it is not submitted; 0 where it is not late."""
    if due is None:
        return Outcome(None, no_due or "no due day is recorded")
    return Outcome(Decimal(max(0, ((submitted or as_of) - due).days)))
