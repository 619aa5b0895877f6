"""Crediting: what counts as received of a contribution in kind whose value is credited event by event."""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told

COUNTED = own(
    "credit.counted",
    "Received or credited",
    "for each contribution the larger of what is recorded as received and the sum of its credited events",
    "money",
    "CollabDesk's own definition (docs/decisions/0009): an event is a part of what is received, not more of it",
)
BEHIND = own(
    "credit.difference",
    "Credited but not recorded as received",
    "sum over the contributions with credit events of max(0, credited events - recorded as received)",
    "money",
    "CollabDesk's own definition (docs/decisions/0009)",
)
RULES = (COUNTED, BEHIND)


def counted(recorded: Decimal | None, credited: Decimal | None) -> Decimal | None:
    """What counts as received: the larger of both, one of them where only one is known.

    The events are parts of what a contribution's `received` says in all. So neither is added to the other: a list that
    already holds a credited value in `received` is not counted twice, and one that does not yet, is not forgotten.
    """
    known = [value for value in (recorded, credited) if value is not None]
    return max(known) if known else None


def behind(recorded: Decimal | None, credited: Decimal | None) -> Decimal:
    """What the events credit beyond what is recorded as received; never negative."""
    return max(Decimal(0), (credited or Decimal(0)) - (recorded or Decimal(0)))


def behind_in_all(pairs: list[tuple[Decimal | None, Decimal | None]]) -> Outcome:
    """The sum of `behind` over contributions, (recorded, credited) each; undefined while none has a credited event."""
    if not pairs:
        return Outcome(None, told("no credit event is credited"))
    return Outcome(sum((behind(*pair) for pair in pairs), Decimal(0)))
