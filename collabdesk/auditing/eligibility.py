"""Eligible costs and the contribution requested, by partner, as a project's rule pack has them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from collabdesk.auditing.grant_facts import NO_CATEGORY, EffortOf, GrantCost, GrantFacts, Party
from collabdesk.auditing.personnel_days import personnel_of
from collabdesk.domain.packs import Category, Pack
from collabdesk.domain.problems import Refused
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import in_a_row, told, words
from collabdesk.measures.he_costs import contribution, needs_certificate
from collabdesk.measures.he_costs import indirect as flat_rate

INDIRECT = "indirect"
PERSONNEL = "personnel"


@dataclass(frozen=True, slots=True)
class FundingRate:
    """`value` None with the reason in `told`; else `told` says where it comes from and `names` the pack's values."""

    value: Decimal | None
    told: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligible:
    """What one partner's costs come to. Amounts are unrounded; `words` are the sources' own for each category code.

    `by_days` is the part of the personnel costs that was computed from effort, for no personnel cost is recorded.
    `unknown` are costs, by the source's word, whose category the pack does not know: they are in no other amount.
    """

    party: Party
    by_category: Mapping[str, Decimal] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_days: Decimal | None = None
    unknown: Mapping[str, Decimal] = field(default_factory=dict)
    recorded_indirect: Decimal | None = None
    direct: Outcome
    base: Outcome
    indirect: Outcome
    eligible: Outcome
    rate: FundingRate
    requested: Outcome
    certificate: bool | None = None


def of_partners(facts: GrantFacts, period: str | None = None) -> list[Eligible]:
    """Every partner that has costs or effort, in the order of the parties; of one reporting period, or of all."""
    return [of_partner(facts, number, period) for number in _with_costs(facts)]


def of_partner(facts: GrantFacts, partner_id: int | None, period: str | None = None) -> Eligible:
    """What the partner's costs come to under the pack; of one reporting period (its code), or over the whole action."""
    costs = [c for c in facts.costs if c.partner_id == partner_id and period in (None, c.period)]
    sorted_out = _by_category(facts.pack, costs)
    reasons = list(sorted_out.reasons)
    by_days = _by_days(facts, partner_id, period, sorted_out, reasons)
    return _eligible(facts, facts.party(partner_id), sorted_out, by_days, reasons)


def together(facts: GrantFacts, partners: Collection[Eligible]) -> Eligible:
    """All partners as one. Its rate is what their own rates come to."""
    by_category: dict[str, Decimal] = defaultdict(Decimal)
    unknown: dict[str, Decimal] = defaultdict(Decimal)
    words: dict[str, set[str]] = defaultdict(set)
    for one in partners:
        for code, amount in one.by_category.items():
            by_category[code] += amount
        for word, amount in one.unknown.items():
            unknown[word] += amount
        for code, some in one.words.items():
            words[code].update(some)
    days = [p.by_days for p in partners if p.by_days is not None]
    stated = [p.recorded_indirect for p in partners if p.recorded_indirect is not None]
    return Eligible(
        party=Party(partner_id=None, name="", kind="", role="", rate=None, grant=facts.grant),
        by_category={c.code: by_category[c.code] for c in facts.pack.categories if c.code in by_category},
        words={code: tuple(sorted(some)) for code, some in words.items()},
        by_days=sum(days, Decimal(0)) if days else None,
        unknown=dict(unknown),
        recorded_indirect=sum(stated, Decimal(0)) if stated else None,
        direct=_added([p.direct for p in partners], [p.party.name for p in partners]),
        base=_added([p.base for p in partners], [p.party.name for p in partners]),
        indirect=_added([p.indirect for p in partners], [p.party.name for p in partners]),
        eligible=_added([p.eligible for p in partners], [p.party.name for p in partners]),
        rate=FundingRate(None, told("the partners' own"), tuple(sorted({n for p in partners for n in p.rate.names}))),
        requested=_added([p.requested for p in partners], [p.party.name for p in partners]),
    )


def rate_of(facts: GrantFacts, party: Party) -> FundingRate:
    """The partner's own funding rate, else what the grant states, else the pack's by the type of action."""
    pack = facts.pack
    if party.rate is not None:
        return FundingRate(party.rate, told("the partner's own"))
    if _is_unfunded(pack, party.role):
        return FundingRate(Decimal(0), told("without funding: {role}", role=party.role), ("unfunded_roles",))
    stated = pack.get("funding_rate")
    if stated is not None and isinstance(stated.value, Decimal):
        return FundingRate(stated.value, stated.source, ("funding_rate",))
    found = pack.of_action("funding_rate", facts.action_type) if facts.action_type else None
    if found is None:
        if facts.cofunding_rate is not None:
            return FundingRate(facts.cofunding_rate, told("the project's co-funding rate"))
        action = f"{facts.action_type!r}" if facts.action_type else told("an action whose type is not recorded")
        return FundingRate(
            None, told("the rule pack gives no funding rate of {action}: state the partner's own", action=action)
        )
    names = [found.name]
    own = pack.get(f"{found.name}.nonprofit")
    if own is not None and _is_nonprofit(pack, party.kind):
        found, names = own, [own.name, "nonprofit_kinds"]
    if not isinstance(found.value, Decimal):
        try:
            pack.number(found.name)
        except Refused as refusal:
            return FundingRate(None, refusal.sentence)
    return FundingRate(found.value if isinstance(found.value, Decimal) else None, found.source, tuple(names))


def _is_unfunded(pack: Pack, role: str) -> bool:
    roles = pack.get("unfunded_roles")
    known = roles.value if roles is not None and isinstance(roles.value, tuple) else ()
    return any(_letters(role) == _letters(one) for one in known)


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalpha())


def _is_nonprofit(pack: Pack, kind: str) -> bool:
    kinds = pack.get("nonprofit_kinds")
    known = kinds.value if kinds is not None and isinstance(kinds.value, tuple) else ()
    tokens = {t for t in re.split(r"[^a-z0-9-]+", kind.lower()) if t}
    return any(k.lower() in tokens for k in known)


def _with_costs(facts: GrantFacts) -> list[int | None]:
    there = {c.partner_id for c in facts.costs} | {e.partner_id for e in facts.efforts}
    ordered: list[int | None] = [p.partner_id for p in facts.parties if p.partner_id in there]
    return [*ordered, *sorted((i for i in there if i not in ordered), key=lambda i: i or 0)]


@dataclass(slots=True)
class _SortedOut:
    """A partner's costs by the pack's categories."""

    direct: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    words: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    unknown: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    indirect: Decimal | None = None
    kinds: set[str] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)


def _by_category(pack: Pack, costs: Iterable[GrantCost]) -> _SortedOut:
    found = _SortedOut()
    for cost in costs:
        if cost.amount is None:
            found.reasons.append(cost.reason or "an amount is not recorded")
            continue
        category = pack.category(cost.category)
        if category is None:
            found.unknown[cost.category or NO_CATEGORY] += cost.amount
            continue
        found.words[category.code].add(cost.category)
        if category.kind == INDIRECT:
            found.indirect = (found.indirect or Decimal(0)) + cost.amount
        else:
            found.direct[category.code] += cost.amount
            found.kinds.add(category.kind)
    return found


def _by_days(
    facts: GrantFacts, partner_id: int | None, period: str | None, sorted_out: _SortedOut, reasons: list[str]
) -> Decimal | None:
    """Personnel costs by days, put into their category: of the periods whose personnel costs no item states."""
    efforts = [e for e in facts.efforts if e.partner_id == partner_id and period in (None, e.period)]
    stated = _periods_with_personnel(facts, partner_id) if efforts else set()
    efforts = [e for e in efforts if not stated & {e.period, ""} and not (stated and _is_in_no_period(facts, e))]
    fallback = next((c for c in facts.pack.categories if c.kind == PERSONNEL), None)
    whole: Decimal | None = None
    for effort in efforts:
        found = personnel_of(facts, effort).cost
        category = facts.pack.category(effort.category) or fallback
        if found.value is None or category is None:
            reasons.append(f"{effort.person}, {effort.period}: {found.reason}")
            continue
        sorted_out.direct[category.code] += found.value
        whole = (whole or Decimal(0)) + found.value
    return whole


def _periods_with_personnel(facts: GrantFacts, partner_id: int | None) -> set[str]:
    """The reporting periods ("" = none) in which cost items state the partner's personnel costs."""
    found = set()
    for cost in facts.costs:
        if cost.partner_id == partner_id:
            category = facts.pack.category(cost.category)
            if category is not None and category.kind == PERSONNEL:
                found.add(cost.period)
    return found


def _is_in_no_period(facts: GrantFacts, effort: EffortOf) -> bool:
    """Effort of a calendar year cannot be set apart from costs of periods: then any cost item goes before it."""
    return effort.period not in {p.code for p in facts.periods}


def _eligible(
    facts: GrantFacts, party: Party, found: _SortedOut, by_days: Decimal | None, reasons: list[str]
) -> Eligible:
    pack = facts.pack
    outside = {c.code for c in pack.categories if not c.in_indirect_base}
    why = in_a_row(dict.fromkeys(reasons)) or None
    ordered = {c.code: found.direct[c.code] for c in pack.categories if c.code in found.direct}
    if found.unknown and not ordered and not why:
        why = told(
            "no cost is in a category that the rule pack knows ({unknown})", unknown=", ".join(sorted(found.unknown))
        )
    whole = sum(ordered.values(), Decimal(0))
    base = sum((amount for code, amount in ordered.items() if code not in outside), Decimal(0))
    direct = Outcome(None, why) if why else Outcome(whole)
    rate = rate_of(facts, party)
    indirect = _indirect(pack, ordered, outside, why)
    eligible = indirect if indirect.value is None else Outcome(whole + indirect.value)
    requested = eligible
    if eligible.value is not None and indirect.value is not None:
        requested = (
            Outcome(None, rate.told)
            if rate.value is None
            else Outcome(contribution(ordered, indirect.value, rate.value))
        )
    threshold = pack.get("certificate_threshold")
    certificate = None
    if threshold is not None and requested.value is not None and isinstance(threshold.value, Decimal):
        certificate = needs_certificate(requested.value, threshold.value)
    return Eligible(
        party=party,
        by_category=ordered,
        words={code: tuple(sorted(words)) for code, words in found.words.items()},
        by_days=by_days,
        unknown=dict(found.unknown),
        recorded_indirect=found.indirect,
        direct=direct,
        base=Outcome(None, why) if why else Outcome(base),
        indirect=indirect,
        eligible=eligible,
        rate=rate,
        requested=requested,
        certificate=certificate,
    )


def _indirect(pack: Pack, direct: Mapping[str, Decimal], outside: Collection[str], why: str | None) -> Outcome:
    if why:
        return Outcome(None, why)
    try:
        return Outcome(flat_rate(direct, frozenset(outside), pack.number("indirect_rate")))
    except Refused as refusal:
        return Outcome(None, refusal.sentence)


def _added(outcomes: Collection[Outcome], names: Collection[str]) -> Outcome:
    """The sum of all partners; None, saying of whom, where one of them is undefined."""
    missing = [f"{n}: {o.reason}" for o, n in zip(outcomes, names, strict=True) if o.value is None]
    if missing:
        same = {o.reason for o in outcomes if o.value is None}
        return Outcome(None, same.pop() if len(same) == 1 else in_a_row(missing))
    return Outcome(sum((o.value for o in outcomes if o.value is not None), Decimal(0)))


def category_title(pack: Pack, code: str) -> str:
    """`A.1 Employees or equivalent`."""
    found = next((c for c in pack.categories if c.code == code), None)
    return _named(found) if found else code


def _named(category: Category) -> str:
    """A category as a figure's detail names it."""
    return told("{code} {title}", code=category.code, title=words(category.title))
