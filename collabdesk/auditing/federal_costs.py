"""Modified total direct costs of a US federal award, over its whole life: what is in the base and what is not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from collabdesk.auditing.grant_facts import NO_CATEGORY, GrantCost, GrantFacts
from collabdesk.domain.packs import Category
from collabdesk.domain.problems import Refused
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import in_a_row
from collabdesk.measures.mtdc import DirectCost, indirect, is_outside, mtdc

SUBAWARD, EQUIPMENT, INDIRECT = "subaward", "equipment", "indirect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Federal:
    """Amounts are unrounded. `outside` are what the base leaves out, by category code; `beyond_cap` what each subaward
    exceeds the cap by; `own` what the recipient pays itself, which is in none of them.
    """

    by_category: dict[str, Decimal] = field(default_factory=dict)
    direct: Outcome
    base: Outcome
    indirect: Outcome
    whole: Outcome
    outside: dict[str, Decimal] = field(default_factory=dict)
    subawards: dict[str, Decimal] = field(default_factory=dict)
    beyond_cap: dict[str, Decimal] = field(default_factory=dict)
    unknown: dict[str, Decimal] = field(default_factory=dict)
    words: dict[str, set[str]] = field(default_factory=dict)
    own: Decimal = Decimal(0)
    rate: Decimal | None = None
    rate_name: str = ""
    recorded_indirect: Decimal | None = None
    note: str | None = None


def federal(facts: GrantFacts) -> Federal:
    """The award's costs under its pack's cap, threshold and rate."""
    pack = facts.pack
    by_category: dict[str, Decimal] = defaultdict(Decimal)
    words: dict[str, set[str]] = defaultdict(set)
    unknown: dict[str, Decimal] = defaultdict(Decimal)
    costs: list[tuple[Category, DirectCost]] = []
    recorded: Decimal | None = None
    own, reasons = Decimal(0), []
    for cost in facts.costs:
        if cost.amount is None:
            reasons.append(cost.reason or "an amount is not recorded")
            continue
        category = _category(facts, cost)
        if cost.is_own:
            own += cost.amount
        elif category is None:
            unknown[cost.category or NO_CATEGORY] += cost.amount
        elif category.kind == INDIRECT:
            recorded = (recorded or Decimal(0)) + cost.amount
        else:
            words[category.code].add(cost.category)
            by_category[category.code] += cost.amount
            costs.append((category, DirectCost(cost.amount, category.kind, cost.unit_price, _subaward(facts, cost))))
    why = in_a_row(dict.fromkeys(reasons)) or None
    rate_name = "indirect_rate" if pack.get("indirect_rate") else "de_minimis_rate"
    try:
        cap, threshold = pack.number("subaward_cap"), pack.number("equipment_threshold")
        rate = pack.number(rate_name)
    except Refused as refusal:
        why = why or refusal.sentence
        cap = threshold = rate = Decimal(0)
    excluded = frozenset(c.kind for c in pack.categories if not c.in_indirect_base)
    direct = sum((c.amount for _, c in costs), Decimal(0))
    base = mtdc([c for _, c in costs], cap, threshold, excluded)
    outside: dict[str, Decimal] = defaultdict(Decimal)
    subawards: dict[str, Decimal] = defaultdict(Decimal)
    for category, one in costs:
        if category.kind == SUBAWARD:
            subawards[one.subaward] += one.amount
        elif is_outside(one, threshold, excluded):
            outside[category.code] += one.amount
    share = indirect(base, rate)
    return Federal(
        by_category={c.code: by_category[c.code] for c in pack.categories if c.code in by_category},
        words=dict(words),
        direct=Outcome(None, why) if why else Outcome(direct),
        base=Outcome(None, why) if why else Outcome(base),
        indirect=Outcome(None, why) if why else Outcome(share),
        whole=Outcome(None, why) if why else Outcome(direct + share),
        outside=dict(outside),
        subawards=dict(subawards),
        beyond_cap={name: amount - cap for name, amount in subawards.items() if amount > cap},
        unknown=dict(unknown),
        own=own,
        rate=None if why else rate,
        rate_name=rate_name,
        recorded_indirect=recorded,
        note="subawards without a name of their own or a partner are taken as one" if "" in subawards else None,
    )


def _category(facts: GrantFacts, cost: GrantCost) -> Category | None:
    """The cost's category; whatever is paid under a subaward is one, however its source calls it."""
    if cost.subaward:
        return next((c for c in facts.pack.categories if c.kind == SUBAWARD), None)
    return facts.pack.category(cost.category)


def _subaward(facts: GrantFacts, cost: GrantCost) -> str:
    if cost.subaward:
        return cost.subaward
    return facts.party(cost.partner_id).name if cost.partner_id is not None else ""
