"""Eligibility: what of a project's costs is eligible and reimbursed under its rule pack, whole and by partner."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from collabdesk.auditing.eligibility import Eligible, category_title, of_partners, together
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.grant_facts import GrantFacts
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.rules import Outcome, Rule, plain
from collabdesk.domain.told import in_a_row, told
from collabdesk.measures import he_costs
from collabdesk.measures.reimbursement import (
    BASE,
    CERTIFICATE,
    DIRECT,
    ELIGIBLE,
    ENTITLED,
    INDIRECT,
    RATE,
    REQUESTED,
    UNKNOWN,
    funding_rate,
    within,
)
from collabdesk.usecases.figuring import Group
from collabdesk.usecases.grant_figures import (
    EVERYONE,
    code_slug,
    cost_basis,
    days_of_periods,
    maker,
    percent,
    rates_of,
    with_effort,
)

_EUROPEAN = {INDIRECT: he_costs.INDIRECT, REQUESTED: he_costs.CONTRIBUTION}
Make = Callable[..., Figure]


def _figures(facts: Facts) -> Iterator[Figure]:
    grant = facts.grant
    # The base of a US award is counted over its life (mtdc.py), a lump sum has no costs to report (lump_sum.py).
    if grant is None or grant.pack.mode != "actual" or grant.pack.get("subaward_cap"):
        return
    partners = of_partners(grant)
    make = maker(facts, grant, "eligibility")
    if not partners:
        # Nothing is spent yet: said once, not on seven figures of nought.
        yield make(
            DIRECT,
            "direct",
            Outcome(None, told("no cost and no effort is recorded")),
            inputs={"statuses": grant.counted},
        )
        return
    whole = together(grant, partners)
    yield from _by_category(facts, grant, make, whole)
    yield from _amounts(facts, grant, make, whole)
    yield from _of_the_grant(facts, grant, make, whole, partners)
    if len(partners) > 1 or partners[0].party.partner_id is not None:
        for one in partners:
            yield from _amounts(facts, grant, make, one, one.party.partner_id)


def _rule(grant: GrantFacts, rule: Rule) -> Rule:
    return _EUROPEAN.get(rule, rule) if grant.pack.family == "horizon_europe" else rule


def _by_category(facts: Facts, grant: GrantFacts, make: Make, whole: Eligible) -> Iterator[Figure]:
    for code, amount in whole.by_category.items():
        words = whole.words.get(code, ())
        yield make(
            DIRECT,
            "direct",
            Outcome(amount),
            detail=category_title(grant.pack, code),
            detail_slug=code_slug(code),
            inputs={"statuses": grant.counted, "as the sources say": in_a_row(words)},
            basis=(*cost_basis(facts, grant, codes={code}), *days_of_periods(grant)),
        )
    if whole.unknown:
        listed = {word: plain(amount) for word, amount in sorted(whole.unknown.items())}
        yield make(
            UNKNOWN,
            "unknown-categories",
            Outcome(sum(whole.unknown.values(), Decimal(0))),
            inputs=dict(listed),
            note="say which category each word means: in the rules of the project",
            basis=(*cost_basis(facts, grant, words=set(whole.unknown)), *days_of_periods(grant)),
        )


def _amounts(
    facts: Facts, grant: GrantFacts, make: Make, one: Eligible, partner_id: int | None = EVERYONE
) -> Iterator[Figure]:
    """Direct, base, indirect, eligible, rate and requested: of a partner, or of all together."""
    is_whole = partner_id == EVERYONE
    own: dict[str, object] = {} if is_whole else {"detail": one.party.name, "detail_slug": f"p{partner_id or 0}"}
    counted: dict[str, object] = {"statuses": grant.counted}
    costs = tuple(with_effort(grant, cost_basis(facts, grant, partner_id=partner_id), partner_id))
    base_codes = {c.code for c in grant.pack.categories if c.in_indirect_base}
    in_base = tuple(with_effort(grant, cost_basis(facts, grant, partner_id=partner_id, codes=base_codes), partner_id))
    by_category: dict[str, object] = dict(one.by_category)
    days = {"personnel by days, from effort": one.by_days} if one.by_days is not None else {}
    converted = rates_of(grant, partner_id)
    rates = {"rates": in_a_row(grant.rates_used)} if converted else {}
    left_out = _left_out(one)
    yield make(
        DIRECT, "direct", one.direct, inputs={**counted, **by_category, **days, **rates}, basis=costs, note=left_out,
        names=converted, **own,
    )  # fmt: skip
    outside = ", ".join(code for code in one.by_category if code not in base_codes)
    yield make(
        BASE, "indirect-base", one.base, basis=in_base, note=left_out, names=converted,
        inputs={**counted, "direct costs": one.direct.value, "outside the base": outside or told("none")}, **own,
    )  # fmt: skip
    recorded = {"indirect costs recorded": one.recorded_indirect} if one.recorded_indirect is not None else {}
    rate = grant.pack.get("indirect_rate")
    yield make(
        _rule(grant, INDIRECT), "indirect", one.indirect, names=("indirect_rate", *converted), basis=in_base,
        note=left_out,
        inputs={"base": one.base.value, "rate": percent(rate.value) if rate else "not recorded", **recorded}, **own,
    )  # fmt: skip
    yield make(
        ELIGIBLE, "eligible", one.eligible, names=("indirect_rate", *converted), basis=costs, note=left_out,
        inputs={**counted, "direct costs": one.direct.value, "indirect costs": one.indirect.value}, **own,
    )  # fmt: skip
    names = ("indirect_rate", *one.rate.names, *converted)
    rests_on = (*costs, *(_all_rates(grant) if is_whole else _rate_basis(one)))
    if is_whole:
        rate_outcome = funding_rate(one.requested.value, one.eligible.value)
        if one.requested.value is None:
            rate_outcome = Outcome(None, one.requested.reason)
        given: dict[str, object] = {"contribution requested": one.requested.value, "eligible costs": one.eligible.value}
    else:
        rate_outcome = Outcome(one.rate.value, None if one.rate.value is not None else one.rate.told)
        given = {"from": one.rate.told, "action type": grant.action_type or told("not recorded")}
    of_rate = rests_on if is_whole else _rate_basis(one)
    yield make(RATE, "funding-rate", rate_outcome, names=one.rate.names, inputs=given, basis=of_rate, **own)
    shown = percent(rate_outcome.value)
    yield make(
        _rule(grant, REQUESTED), "requested", one.requested, names=names, basis=rests_on, note=left_out,
        inputs={**counted, "eligible costs": one.eligible.value, "funding rate": shown}, **own,
    )  # fmt: skip
    if not is_whole and one.certificate is not None:
        yield _certificate(grant, make, one, rests_on, own)


def _left_out(one: Eligible) -> str | None:
    if not one.unknown:
        return None
    amount = sum(one.unknown.values(), Decimal(0))
    words = ", ".join(sorted(one.unknown))
    return told(
        "left out: {amount} in categories that the rule pack does not know ({words})",
        amount=f"{plain(amount):f}",
        words=words,
    )


def _rate_basis(one: Eligible) -> tuple[Basis, ...]:
    number = one.party.participation_id
    return (Basis("participation", "funding_rate", ids=(number,)),) if number and one.party.rate is not None else ()


def _all_rates(grant: GrantFacts) -> tuple[Basis, ...]:
    """The rates that partners have of their own: the project's is what comes of them."""
    ids = tuple(p.participation_id for p in grant.parties if p.participation_id and p.rate is not None)
    return (Basis("participation", "funding_rate", ids=ids),) if ids else ()


def _certificate(
    grant: GrantFacts, make: Make, one: Eligible, basis: tuple[Basis, ...], own: dict[str, object]
) -> Figure:
    threshold = grant.pack.get("certificate_threshold")
    reached = told("not due: the contribution is below the threshold")
    if one.certificate:
        reached = told("due: the contribution reaches the threshold")
    return make(
        CERTIFICATE, "certificate", Outcome(Decimal(1 if one.certificate else 0)), names=("certificate_threshold",),
        inputs={"contribution requested": one.requested.value, "threshold": threshold.value if threshold else None},
        note=reached, basis=basis, **own,
    )  # fmt: skip


def _of_the_grant(
    facts: Facts, grant: GrantFacts, make: Make, whole: Eligible, partners: list[Eligible]
) -> Iterator[Figure]:
    """What only the grant as a whole has: its maximum, and how many certificates are due."""
    requested = whole.requested
    entitled = requested if requested.value is None else Outcome(within(requested.value, grant.grant))
    basis = (*with_effort(grant, cost_basis(facts, grant)), *_all_rates(grant))
    funding = (Basis("project", "funding", ids=(facts.project.id or 0,)),) if facts.project and grant.grant else ()
    yield make(
        ENTITLED, "entitled", entitled, names=("indirect_rate",), basis=(*basis, *funding),
        inputs={"contribution requested": requested.value, "maximum grant": grant.grant},
        note="no maximum grant is recorded" if grant.grant is None else None,
    )  # fmt: skip
    threshold = grant.pack.get("certificate_threshold")
    if threshold is None:
        return
    open_ones = [p for p in partners if p.certificate is None]
    due = [p.party.name for p in partners if p.certificate]
    outcome = Outcome(Decimal(len(due)))
    if open_ones:
        outcome = Outcome(None, in_a_row(dict.fromkeys(p.requested.reason or "" for p in open_ones)))
    alone = partners[0].party.partner_id is None and len(partners) == 1
    yield make(
        CERTIFICATE, "certificates", outcome, names=("certificate_threshold",), basis=basis,
        inputs={
            "threshold": threshold.value, "contribution requested": requested.value,
            "due from": in_a_row(due) or "nobody",
        },
        note="the costs name no partner: all are taken as one beneficiary's" if alone else None,
    )  # fmt: skip


def _prints(one: Figure) -> bool:
    """The whole, each category, and of a partner what is requested for it: what a report shows."""
    is_category = "as the sources say" in one.inputs
    return not one.detail or is_category or {"eligible costs", "funding rate"} <= one.inputs.keys()


GROUP = Group("eligibility", 22, _figures, _prints)
