"""Match: what partners add of their own to the funding, against the ratio that the agreement requires."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial

from collabdesk.auditing.facts import Facts, total
from collabdesk.auditing.pledge_facts import PledgeFacts, PurposeSum
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import in_a_row, told
from collabdesk.measures.match import PROMISED, REACHED, REQUIRED, SHORT, UNPROMISED, ratio, required, short
from collabdesk.measures.totals import SUM
from collabdesk.usecases.figuring import Group, figure, scope
from collabdesk.usecases.one_unit import conversions, in_one_unit

_PLANNED = (
    "no contribution has the purpose match: what the plan of financing states as own and private counts as promised"
)


def _figures(facts: Facts) -> Iterator[Figure]:
    known, project = facts.pledges, facts.project
    if known is None or project is None:
        return
    its = [s for s in known.sums if s.purpose == "match"]
    planned = [] if its else [s for s in known.sums if s.own is not None or s.private is not None]
    if not (its or known.match.ratio is not None):
        return
    home, funding = project.currency, project.funding
    promised = {u: _promised(its or planned, u, is_plan=not its) for u in sorted({s.unit for s in its or planned})}
    came = {u: total([s.received for s in its if s.unit == u]) for u in sorted({s.unit for s in its})}
    pledged, received = in_one_unit(promised, home, known.rates), in_one_unit(came, home, known.rates)
    terms, needed = known.match, known.match.ratio
    stated: dict[str, object] = {"funding": funding, "required ratio": needed}
    stated |= {"as required by": terms.source} if terms.source else {}
    stated |= {"rule pack": terms.rule_pack} if terms.rule_pack else {}
    funded = Basis("project", "funding", ids=(project.id or 0,))
    asked = (funded, Basis("project", "match_ratio", ids=(project.id or 0,)))
    make = partial(figure, facts, "match", money=home)
    yield make(REQUIRED, "match-required", required(needed, funding), inputs=stated, basis=asked, note=terms.note)
    basis = tuple(_basis(facts, its, "received"))
    more = conversions(came, home, known.rates)
    yield make(
        SUM, "match-received", _or_zero(received, its), label="Match received or credited", inputs=more, basis=basis
    )
    notes = in_a_row(n for n in (terms.note, _PLANNED if planned else None) if n) or None
    inputs = stated | {"match received": received.value} | more
    yield make(
        REACHED, "match-reached", _measured(received, its, funding), inputs=inputs, basis=(*basis, *asked), note=notes
    )
    outcome = _if_known(received, short(needed, funding, received.value))
    yield make(SHORT, "match-short", outcome, inputs=inputs, basis=(*basis, *asked), note=notes)
    fields = ("pledged",) if its else ("own", "private")
    basis = tuple(b for f in fields for b in _basis(facts, its or planned, f))
    more = conversions(promised, home, known.rates)
    yield make(
        SUM,
        "match-pledged",
        pledged,
        label="Match pledged",
        inputs=more,
        basis=basis,
        note=_PLANNED if planned else None,
    )
    inputs = stated | {"match pledged": pledged.value} | more
    yield make(
        PROMISED, "match-promised", _measured(pledged, its, funding), inputs=inputs, basis=(*basis, *asked), note=notes
    )
    outcome = _if_known(pledged, short(needed, funding, pledged.value))
    yield make(UNPROMISED, "match-unpromised", outcome, inputs=inputs, basis=(*basis, *asked), note=notes)
    yield from _partners(facts, known, its or planned, home, is_plan=not its)


def _promised(sums: Iterable[PurposeSum], unit: str, *, is_plan: bool) -> Decimal | None:
    its = [s for s in sums if s.unit == unit]
    return total([s.own for s in its] + [s.private for s in its]) if is_plan else total([s.pledged for s in its])


def _or_zero(outcome: Outcome, its: list[PurposeSum]) -> Outcome:
    """Where match is recorded but nothing of it came yet, that is zero."""
    nothing = its and all(s.received is None for s in its)
    return Outcome(Decimal(0)) if nothing else outcome


def _measured(match: Outcome, its: list[PurposeSum], funding: Decimal | None) -> Outcome:
    known = _or_zero(match, its)
    if known.value is None:
        return Outcome(None, known.reason if known.reason != "nothing is recorded" else "no match is recorded")
    return ratio(known.value, funding)


def _if_known(match: Outcome, outcome: Outcome) -> Outcome:
    """What is short cannot be said while a part of the match has no rate; where there is none, all is short."""
    is_unknown = match.value is None and match.reason != "nothing is recorded"
    return Outcome(None, match.reason) if is_unknown else outcome


def _partners(
    facts: Facts, known: PledgeFacts, sums: list[PurposeSum], home: str, *, is_plan: bool
) -> Iterator[Figure]:
    by_partner: dict[int, list[PurposeSum]] = defaultdict(list)
    for s in sums:
        if s.partner_id is not None:
            by_partner[s.partner_id].append(s)
    for partner in sorted(by_partner, key=lambda p: (facts.partner_name(p), p)):
        its = by_partner[partner]
        units = sorted({s.unit for s in its})
        promised = {u: _promised(its, u, is_plan=is_plan) for u in units}
        came: Mapping[str, Decimal | None] = {u: total([s.received for s in its if s.unit == u]) for u in units}
        if is_plan:
            came = {}
        outcome = (
            _or_zero(in_one_unit(came, home, known.rates), its) if came else Outcome(None, told("no match is received"))
        )
        fields = ("own", "private") if is_plan else ("pledged", "received")
        inputs: dict[str, object] = {"match pledged": in_one_unit(promised, home, known.rates).value}
        inputs |= conversions(promised, home, known.rates) | conversions(came, home, known.rates)
        yield figure(
            facts, "match", SUM, "match", outcome, label="Match received or credited", money=home,
            detail=facts.partner_name(partner), detail_slug=f"p{partner}", inputs=inputs,
            basis=tuple(b for f in fields for b in _basis(facts, its, f, partner)),
        )  # fmt: skip


def _basis(facts: Facts, sums: list[PurposeSum], field: str, partner: int | None = None) -> Iterator[Basis]:
    if any(getattr(s, field) is not None for s in sums):
        whose = (("partner_id", partner),) if partner else ()
        purposes = sorted({s.purpose for s in sums})
        for purpose in purposes:
            yield Basis("contribution", field, where=(*scope(facts), ("purpose", purpose), *whose))
    events = tuple(sorted(n for s in sums for n in s.events)) if field == "received" else ()
    if events:
        yield Basis("credit_event", "amount", ids=events)


GROUP = Group("match", 34, _figures)
