"""Contribution delivery: what has been received, or credited when in kind, of what was pledged."""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome, quotient
from collabdesk.domain.told import told

DELIVERY = own("contribution.delivery", "Contribution delivery", "received / pledged", "ratio")
COLLECTION = own("contribution.collection", "Collection of calls", "received / called", "ratio")
SHORTFALL = own(
    "contribution.shortfall",
    "Contributions past due",
    "sum over partner, form and project of max(0, pledged (or called) and due - received of that)",
    "money",
)
IN_ONE_UNIT = own(
    "contribution.in-one-unit",
    "Contributions in the project's currency",
    "sum of (amount x agreed rate of its unit); nothing is left out for want of a rate",
    "money",
)
RULES = (DELIVERY, COLLECTION, SHORTFALL, IN_ONE_UNIT)


def delivery(received: Decimal | None, pledged: Decimal | None) -> Outcome:
    """Received / pledged in one unit of account; nothing received is 0, nothing pledged is undefined."""
    return _received_of(received, pledged, "pledged contribution")


def collection(received: Decimal | None, called: Decimal | None) -> Outcome:
    """Received / called in one unit of account; nothing received is 0, nothing called is undefined."""
    return _received_of(received, called, "called contribution")


def _received_of(received: Decimal | None, promised: Decimal | None, name: str) -> Outcome:
    if promised is not None and received is None:
        received = Decimal(0)
    return quotient(received, promised, told("received contribution"), name)


def shortfall(pledged_due: Decimal | None, received: Decimal | None) -> Decimal:
    """What is missing of a pledge that has fallen due; never negative, for more than pledged is no debt of another."""
    return max(Decimal(0), (pledged_due or Decimal(0)) - (received or Decimal(0)))
