"""Shares, return, votes and leads side by side, one row for each partner or country; nothing is judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from collabdesk.auditing.balance_facts import BalanceFacts
from collabdesk.auditing.concentration import by_country, partner_amounts, units
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id, slug_of
from collabdesk.domain.figures import Figure
from collabdesk.domain.projects import Project
from collabdesk.measures.shares import part
from collabdesk.usecases import figures
from collabdesk.usecases.facts import gather
from collabdesk.usecases.workspace import Workspace

GROUPS = ("concentration", "geo_return", "voices")
_FIELDS = ("pledged", "amount", "received")


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """One partner: its contributions in one unit, its votes and what it leads; None where nothing is recorded."""

    partner: str
    country: str
    currency: str
    field: str
    amount: Decimal | None
    share: Decimal | None
    votes: Decimal | None
    vote_share: Decimal | None
    work_packages: int | None
    tasks: int | None
    deliverables: int | None


@dataclass(frozen=True, slots=True)
class CountryRow:
    """One country, all its partners together; `coefficient` is its geographical return."""

    country: str
    partners: int
    currency: str
    field: str
    amount: Decimal | None
    share: Decimal | None
    contracts: Decimal | None
    contract_share: Decimal | None
    coefficient: Decimal | None
    vote_share: Decimal | None
    work_packages: int | None
    tasks: int | None
    deliverables: int | None


@dataclass(frozen=True, slots=True)
class View:
    """`field` says by which contributions, those that the most partners state: pledged, amount (granted) or received.

    `reference` is what is printed beside the index of concentration.
    """

    field: str
    partners: tuple[PartnerRow, ...]
    countries: tuple[CountryRow, ...]
    figures: tuple[Figure, ...]
    reference: str

    def of(self, group: str) -> list[Figure]:
        """The figures of one group."""
        return [f for f in self.figures if f.group == group]


def view(workspace: Workspace, project_id: int, as_of: date) -> View | None:
    """The view of one project as known by a day; None when it is gone."""
    project = workspace.get("project", project_id)
    if project is None:
        return None
    facts = gather(workspace, cast(Project, project), as_of, only=())
    made = figures.of_facts(facts, only=GROUPS)
    known = facts.balance or BalanceFacts()
    field = _most_stated(facts)
    there = [unit for unit, _ in units(facts, field)] if field else [""]
    return View(
        field=field,
        partners=tuple(row for unit in there for row in _partners(facts, known, field, unit)),
        countries=tuple(row for unit in there for row in _countries(facts, known, field, unit, made)),
        figures=tuple(made),
        reference=known.reference.told,
    )


def _most_stated(facts: Facts) -> str:
    """What the most partners state: pledges of members, grants of a consortium; "" where nothing is."""
    stated = {f: len({c.partner_id for c in facts.contributions if getattr(c, f) is not None}) for f in _FIELDS}
    best = max(_FIELDS, key=lambda f: stated[f])
    return best if stated[best] else ""


def _partners(facts: Facts, known: BalanceFacts, field: str, unit: str) -> list[PartnerRow]:
    amounts = partner_amounts(facts, field, unit)[0] if field else {}
    whole = sum(amounts.values(), Decimal(0))
    votes = {v.partner_id: v.votes for v in known.votes if v.votes is not None}
    all_votes = sum(votes.values(), Decimal(0))
    leads = _leads(known, lambda partner: partner)
    people = {p for p in (*amounts, *facts.partner_ids, *votes, *(k for _, k in leads)) if isinstance(p, int)}
    rows = []
    for partner in people:
        name = facts.partners.get(partner)
        own = amounts.get(partner)
        rows.append(
            PartnerRow(
                partner=facts.partner_name(partner),
                country=name.country if name else "",
                currency=unit,
                field=field,
                amount=own,
                share=None if own is None else part(own, whole, "contribution").value,
                votes=votes.get(partner),
                vote_share=part(votes[partner], all_votes, "vote").value if partner in votes else None,
                **_led(leads, partner, known),
            )
        )
    return sorted(rows, key=lambda r: (-(r.amount or Decimal(0)), r.partner))


def _countries(facts: Facts, known: BalanceFacts, field: str, unit: str, made: Iterable[Figure]) -> list[CountryRow]:
    amounts = by_country(facts, partner_amounts(facts, field, unit)[0]) if field else {}
    whole = sum(amounts.values(), Decimal(0))
    votes: dict[str, Decimal] = defaultdict(Decimal)
    for v in known.votes:
        if v.votes is not None:
            votes[_country(facts, v.partner_id)] += v.votes
    all_votes = sum(votes.values(), Decimal(0))
    leads = _leads(known, lambda partner: _country(facts, partner))
    people: dict[str, int] = defaultdict(int)
    for partner in facts.partner_ids:
        people[_country(facts, partner)] += 1
    found = {f.id: f for f in made if f.group == "geo_return"}
    contracts = {c: f for c in {p.country for p in known.contracts} if (f := _contract(facts, c, found))}
    placed = sum((f.value or Decimal(0) for f in contracts.values()), Decimal(0))
    rows = []
    for country in {*amounts, *people, *votes, *contracts, *(str(k) for _, k in leads)}:
        own, contract = amounts.get(country), contracts.get(country)
        value = contract.value if contract else None
        coefficient = _coefficient(facts, country, unit, found)
        rows.append(
            CountryRow(
                country=country,
                partners=people.get(country, 0),
                currency=unit,
                field=field,
                amount=own,
                share=None if own is None else part(own, whole, "contribution").value,
                contracts=value,
                contract_share=None if value is None else part(value, placed, "contract").value,
                coefficient=coefficient.value if coefficient else None,
                vote_share=part(votes[country], all_votes, "vote").value if country in votes else None,
                **_led(leads, country, known),
            )
        )
    return sorted(rows, key=lambda r: (not r.country, -(r.amount or Decimal(0)), r.country))


def _coefficient(facts: Facts, country: str, unit: str, found: Mapping[str, Figure]) -> Figure | None:
    """By pledges, else by receipts, else by grants: as the figures of the return are told."""
    ids = (figure_id(facts, f"geo-return-{f}", slug_of(country), unit) for f in ("pledged", "received", "amount"))
    return next((found[i] for i in ids if i in found), None) if country else None


def _contract(facts: Facts, country: str, found: Mapping[str, Figure]) -> Figure | None:
    """The country's weighted contracts, in whatever unit they are told."""
    wanted = figure_id(facts, "contracts", slug_of(country)) if country else ""
    return next(
        (f for key, f in found.items() if wanted and (key == wanted or key == f"{wanted}-{f.unit.lower()}")), None
    )


def _leads(known: BalanceFacts, whose: Callable[[int | None], object]) -> dict[tuple[str, object], set[int]]:
    led: dict[tuple[str, object], set[int]] = defaultdict(set)
    for one in known.leads:
        led[one.kind, whose(one.partner_id)].update(one.ids)
    return led


def _led(leads: Mapping[tuple[str, object], set[int]], whose: object, known: BalanceFacts) -> dict[str, int | None]:
    """How many of each kind; None where nobody is recorded to lead any."""
    kinds = {one.kind for one in known.leads}
    return {
        f"{kind}s": len(leads.get((kind, whose), ())) if kind in kinds else None
        for kind in ("work_package", "task", "deliverable")
    }


def _country(facts: Facts, partner: int | None) -> str:
    name = facts.partners.get(partner or 0)
    return name.country if name else ""
