"""What each partner contributes, for the measures of concentration."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from collabdesk.auditing.facts import Facts


def units(facts: Facts, field: str) -> list[tuple[str, bool]]:
    """The currencies and units of account in which `field` (amount or pledged) is recorded."""
    return sorted({(c.unit, c.has_account) for c in facts.contributions if getattr(c, field) is not None})


def amounts_by_partner(facts: Facts, field: str, unit: str) -> tuple[list[Decimal], int]:
    """Each named partner's amount in `unit`, and the number of contributions that name no partner."""
    amounts: dict[int, Decimal] = defaultdict(Decimal)
    nameless = 0
    for c in facts.contributions:
        value: Decimal | None = getattr(c, field)
        if c.unit != unit or value is None:
            continue
        if c.partner_id is None:
            nameless += c.records
        else:
            amounts[c.partner_id] += value
    return list(amounts.values()), nameless
