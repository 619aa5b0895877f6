"""Totals: funding, cost, partners, countries, projects."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.facts import Facts
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.told import told
from collabdesk.measures.totals import COUNT, SUM, added, counted
from collabdesk.usecases.figuring import Group, figure, scope

_AMOUNTS = (
    ("funding", "funding", "Funding granted", told("funding granted")),
    ("total_cost", "total-cost", "Total cost", told("total cost")),
    ("eligible_cost", "eligible-cost", "Eligible cost", told("eligible cost")),
)


def _figures(facts: Facts) -> Iterator[Figure]:
    for unit in sorted({p.currency or NO_CURRENCY for p in facts.projects}):
        yield from _amounts(facts, unit)
    if facts.project is None:
        ids = Basis("project", "code")
        yield figure(facts, "totals", COUNT, "projects", counted(len(facts.projects)), label="Projects", basis=(ids,))
    yield from _people(facts)


def _amounts(facts: Facts, unit: str) -> Iterator[Figure]:
    projects = [p for p in facts.projects if (p.currency or NO_CURRENCY) == unit]
    for field, slug, label, what in _AMOUNTS:
        stated = [p for p in projects if getattr(p, field) is not None]
        if not stated and (facts.project is None or field == "eligible_cost"):
            continue
        outcome = added((getattr(p, field) for p in stated), what)
        one = facts.project is not None
        condition = () if one else (("currency", "" if unit == NO_CURRENCY else unit),)
        basis = Basis("project", field, ids=tuple(p.id or 0 for p in stated) if one else (), where=condition)
        yield figure(
            facts,
            "totals",
            SUM,
            slug,
            outcome,
            label=label,
            money=unit,
            inputs={"projects": len(stated)},
            basis=(basis,) if stated else (),
        )


def _people(facts: Facts) -> Iterator[Figure]:
    basis: tuple[Basis, ...] = (Basis("participation", "partner_id", where=scope(facts)),)
    if not facts.partner_ids and not facts.contributions:
        basis = ()
    number = len(facts.partner_ids)
    yield figure(facts, "totals", COUNT, "partners", counted(number), label="Partners", basis=basis)
    countries = {facts.partners[i].country for i in facts.partner_ids if i in facts.partners} - {""}
    unknown = sum(1 for i in facts.partner_ids if i not in facts.partners or not facts.partners[i].country)
    yield figure(
        facts,
        "totals",
        COUNT,
        "countries",
        counted(len(countries)),
        label="Countries of the partners",
        inputs={"partners without a country": unknown},
        basis=basis,
        note=told("{unknown} partners have no country recorded", unknown=unknown) if unknown else None,
    )


GROUP = Group("totals", 10, _figures)
