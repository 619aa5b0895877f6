"""Voices: votes, and the leads of work packages, tasks and deliverables, by partner and by country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial

from collabdesk.auditing.balance_facts import LEADS, BalanceFacts, LeadSum
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.told import told
from collabdesk.measures.shares import PART, part
from collabdesk.measures.totals import COUNT, counted
from collabdesk.usecases.figure_groups.concentration import NO_COUNTRY
from collabdesk.usecases.figuring import Group, figure, scope

_TITLES = {"work_package": "Work packages led", "task": "Tasks led", "deliverable": "Deliverables led"}
_NOUNS = {"work_package": "work_package", "task": "work_package", "deliverable": "deliverable"}


def _figures(facts: Facts) -> Iterator[Figure]:
    if facts.balance is not None:
        yield from _votes(facts, facts.balance)
        for kind in LEADS:
            yield from _leads(facts, kind, [one for one in facts.balance.leads if one.kind == kind])


def _votes(facts: Facts, known: BalanceFacts) -> Iterator[Figure]:
    votes = {v.partner_id: v.votes for v in known.votes if v.votes is not None}
    if not votes:
        return
    whole = sum(votes.values(), Decimal(0))
    note = (
        told("{left_votes} participations have ended and vote no more", left_votes=known.left_votes)
        if known.left_votes
        else None
    )
    silent = sum(1 for v in known.votes if v.votes is None)
    where = scope(facts)
    everyone = Basis("participation", "votes", where=where)
    make = partial(figure, facts, "voices", PART, label="Share of the votes", note=note)
    countries: dict[str, Decimal] = defaultdict(Decimal)
    for partner, own in sorted(votes.items(), key=lambda pair: (-pair[1], facts.partner_name(pair[0]))):
        countries[_country(facts, partner)] += own
        if facts.project is not None:
            yield make(
                "votes", part(own, whole, "vote"), detail=facts.partner_name(partner), detail_slug=f"p{partner or 0}",
                inputs={"votes": own, "all votes": whole, "partners without recorded votes": silent},
                basis=(Basis("participation", "votes", where=(*where, ("partner_id", partner))), everyone),
            )  # fmt: skip
    for country, own in sorted(countries.items(), key=lambda pair: (-pair[1], pair[0])):
        yield make(
            "votes-country", part(own, whole, "vote"), label="Share of the votes of a country",
            detail=country or NO_COUNTRY, detail_slug=slug_of(country) if country else "none",
            inputs={"votes": own, "all votes": whole}, basis=(everyone,),
        )  # fmt: skip


def _leads(facts: Facts, kind: str, found: list[LeadSum]) -> Iterator[Figure]:
    if not found:
        return
    blank = facts.balance.no_lead.get(kind, 0) if facts.balance else 0
    slug = kind.replace("_", "-")
    make = partial(figure, facts, "voices", COUNT, label=_TITLES[kind])
    note = told("{blank} more name no lead", blank=blank) if blank else None
    countries: dict[str, set[int]] = defaultdict(set)
    whole = len({n for one in found for n in one.ids})
    inputs: Mapping[str, object] = {"of": whole}
    for one in sorted(found, key=lambda one: (-len(one.ids), one.name)):
        countries[_country(facts, one.partner_id)].update(one.ids)
        yield make(
            f"leads-{slug}", counted(len(one.ids)), detail=one.name, inputs=inputs, note=note,
            detail_slug=f"p{one.partner_id}" if one.partner_id else slug_of(one.name),
            basis=(Basis(_NOUNS[kind], "lead", ids=one.ids),),
        )  # fmt: skip
    for country, ids in sorted(countries.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        yield make(
            f"leads-{slug}-country", counted(len(ids)), detail=country or NO_COUNTRY, inputs=inputs, note=note,
            detail_slug=slug_of(country) if country else "none",
            basis=(Basis(_NOUNS[kind], "lead", ids=tuple(sorted(ids))),),
        )  # fmt: skip


def _country(facts: Facts, partner: int | None) -> str:
    known = facts.partners.get(partner or 0)
    return known.country if known else ""


GROUP = Group("voices", 44, _figures)
