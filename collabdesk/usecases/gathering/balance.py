"""Gather the balance of a consortium: contracts by country, votes and leads; of one project or of the portfolio."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import cast

from collabdesk.auditing.balance_facts import BalanceFacts, LeadSum, PlacedSum, Reference, VoteSum
from collabdesk.auditing.facts import ContributionSum, PartnerName
from collabdesk.domain.contracts import Contract
from collabdesk.domain.dates import is_later
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.partner_names import SAME
from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.told import told
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.usecases.gathering.pledges import agreed_rates
from collabdesk.usecases.known_by import Where
from collabdesk.usecases.workspace import Workspace

_ENDED = frozenset({"left", "terminated"})


def gathered(
    ws: Workspace,
    project: Project | None,
    as_of: date,
    contributions: tuple[ContributionSum, ...],
    partners: Mapping[int, PartnerName],
) -> BalanceFacts:
    """The facts of one project; for the portfolio (None) contracts and votes, each by one query, without leads."""
    where: Where = {} if project is None else {"project_id": project.id}
    contracts = _contracts(ws, where, as_of, partners)
    votes, left = _votes(ws, where)
    leads, blank = ((), {}) if project is None else _leads(ws, where, partners)
    units = {c.unit for c in contributions} | {c.unit for c in contracts}
    return BalanceFacts(
        contracts=contracts,
        votes=votes,
        left_votes=left,
        leads=leads,
        no_lead=blank,
        reference=_reference(ws, project, as_of),
        rates={} if project is None else agreed_rates(ws, project, units, as_of),
    )


def _contracts(ws: Workspace, where: Where, as_of: date, partners: Mapping[int, PartnerName]) -> tuple[PlacedSum, ...]:
    found: dict[tuple[str, str], list[Contract]] = defaultdict(list)
    for c in cast("list[Contract]", ws.find("contract", **where)):
        if c.amount is None or is_later(c.signed_on, as_of):
            continue
        partner = partners.get(c.partner_id or 0)
        found[c.country or (partner.country if partner else ""), c.currency or NO_CURRENCY].append(c)
    return tuple(
        PlacedSum(
            country=country,
            unit=unit,
            amount=sum((c.amount or Decimal(0) for c in some), Decimal(0)),
            weighted=sum(((c.amount or Decimal(0)) * _weight(c) for c in some), Decimal(0)),
            ids=tuple(c.id or 0 for c in some),
            weighed=tuple(c.id or 0 for c in some if c.weight is not None),
        )
        for (country, unit), some in sorted(found.items())
    )


def _weight(contract: Contract) -> Decimal:
    return Decimal(1) if contract.weight is None else contract.weight


def _votes(ws: Workspace, where: Where) -> tuple[tuple[VoteSum, ...], int]:
    if not any(v is not None for v in ws.stated("participation", "votes", where)):
        return (), 0  # most funders' lists state none: a portfolio of twenty thousand parts is not grouped for nothing
    votes: dict[int | None, Decimal | None] = {}
    left = 0
    for s in ws.sums("participation", ("votes",), by=("partner_id", "status"), where=where):
        partner, status = s.key
        if status in _ENDED:
            left += s.counts["votes"]
        elif s.totals["votes"] is not None:
            votes[partner] = (votes.get(partner) or Decimal(0)) + s.totals["votes"]
        else:
            votes.setdefault(partner, None)
    return tuple(VoteSum(partner_id=p, votes=v) for p, v in votes.items()), left


def _leads(
    ws: Workspace, where: Where, partners: Mapping[int, PartnerName]
) -> tuple[tuple[LeadSum, ...], Mapping[str, int]]:
    known = _called(ws, where, partners)
    found: dict[tuple[str, int | None, str], list[int]] = defaultdict(list)
    blank: Counter[str] = Counter()
    for kind, number, text in _led(ws, where):
        names = [name.strip() for name in text.split(";") if name.strip()]
        blank[kind] += not names
        for name in names:
            partner = known.get(name.casefold())
            found[kind, partner, partners[partner].name if partner else name].append(number)
    sums = (
        LeadSum(kind=k, partner_id=p, name=name, ids=tuple(ids)) for (k, p, name), ids in sorted(found.items(), key=str)
    )
    return tuple(sums), dict(blank)


def _led(ws: Workspace, where: Where) -> Iterator[tuple[str, int, str]]:
    for w in cast("list[WorkPackage]", ws.find("work_package", **where)):
        yield "task" if w.parent else "work_package", w.id or 0, w.lead
    for d in cast("list[Deliverable]", ws.find("deliverable", **where)):
        yield "deliverable", d.id or 0, d.lead


def _called(ws: Workspace, where: Where, partners: Mapping[int, PartnerName]) -> dict[str, int]:
    """Partners by everything that a plan may call them: name, short name, code, number in the project, other names."""
    called: dict[str, int] = {}
    ids = sorted(partners)
    for row in zip(*ws.kept_columns("participation", ("partner_id", "code"), **where).values(), strict=True):
        _, partner, code = row
        if partner in partners and code:
            called.setdefault(code.casefold(), partner)
    names = ws.kept_columns("partner_name", ("partner_id", "name"), partner_id=ids, verdict=SAME) if ids else {}
    for _, partner, name in zip(*names.values(), strict=True):
        called[name.casefold()] = partner
    for p in cast("list[Partner]", ws.find("partner", id=ids)) if ids else ():
        for name in (p.code, p.short_name, p.name):
            if name:
                called[name.casefold()] = p.id or 0
    return called


def _reference(ws: Workspace, project: Project | None, as_of: date) -> Reference:
    from collabdesk.usecases import rules

    try:
        one = Project() if project is None else project
        pack = rules.chosen(ws, one, as_of).pack
    except Refused as refused:
        return Reference(note=refused.sentence)
    value = pack.get("hhi_reference")
    if value is None or not isinstance(value.value, tuple):
        return Reference(rule_pack=pack.name)
    note = value.note if value.confirmed else told("unconfirmed in the rule pack")
    return Reference(points=value.value, source=value.source, rule_pack=pack.name, note=note or None)
