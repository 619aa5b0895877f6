"""What each partner and country contributes, for the measures of concentration and return."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from collabdesk.auditing.facts import Facts


def units(facts: Facts, field: str) -> list[tuple[str, bool]]:
    """The currencies and units of account in which `field` (amount, pledged …) is recorded."""
    return sorted({(c.unit, c.has_account) for c in facts.contributions if getattr(c, field) is not None})


def amounts_by_partner(facts: Facts, field: str, unit: str) -> tuple[list[Decimal], int]:
    """Each named partner's amount in `unit`, and the number of contributions that name no partner."""
    amounts, nameless = partner_amounts(facts, field, unit)
    return list(amounts.values()), nameless


def partner_amounts(facts: Facts, field: str, unit: str) -> tuple[dict[int, Decimal], int]:
    """The same by partner, in the order of the sums."""
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
    return amounts, nameless


def by_country(facts: Facts, amounts: Mapping[int, Decimal]) -> dict[str, Decimal]:
    """The amounts of partners by their country, the largest first; "" where none is recorded."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for partner, amount in amounts.items():
        known = facts.partners.get(partner)
        found[known.country if known else ""] += amount
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def partners_of(facts: Facts, country: str) -> list[int]:
    """The partners of a country that contribute, by id."""
    people = {c.partner_id for c in facts.contributions if c.partner_id is not None}
    return sorted(p for p in people if p in facts.partners and facts.partners[p].country == country)
