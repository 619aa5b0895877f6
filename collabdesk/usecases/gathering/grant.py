"""Gather what a project's rule pack is applied to: costs as sums in SQL, parties, periods, effort, shares, payments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import cast

from collabdesk.auditing.grant_facts import GrantFacts, Party
from collabdesk.domain.dates import is_later
from collabdesk.domain.participations import Participation
from collabdesk.domain.partners import Partner
from collabdesk.domain.payments import Payment
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.told import in_a_row, told
from collabdesk.usecases import rules
from collabdesk.usecases.gathering import grant_effort, grant_shares
from collabdesk.usecases.gathering.grant_costs import GrantCosts
from collabdesk.usecases.workspace import Workspace


def gathered(workspace: Workspace, project: Project, as_of: date) -> GrantFacts | None:
    """None where the project names no rule pack and its grant states no rule itself: then no funder's rules apply."""
    choice = rules.chosen(workspace, project, as_of)
    if not choice.is_named and not choice.overrides and not choice.problems:
        return None
    pack = choice.pack
    periods = periods_of(workspace, project)
    costs = GrantCosts(workspace, project, as_of, pack, periods)
    is_lump = pack.mode == "lump_sum"
    # The base of a US award is of its life: effort there is no matter of day-equivalents.
    has_days = not is_lump and pack.get("days_per_year") is not None
    payments, strange = _payments(workspace, project, as_of)
    return GrantFacts(
        pack=pack,
        why=choice.why,
        day=choice.day,
        overrides=tuple(o.name for o in choice.overrides),
        problems=(*choice.problems, *strange),
        currency=project.currency,
        grant=project.funding,
        action_type=project.action_type,
        cofunding_rate=project.cofunding_rate,
        signed_on=project.signed_on or "",
        start=project.start or "",
        costs=() if is_lump else tuple(costs.found()),
        parties=tuple(_parties(workspace, project)),
        periods=tuple(periods),
        efforts=tuple(grant_effort.efforts(workspace, project, periods, as_of)) if has_days else (),
        person_years=tuple(grant_effort.person_years(workspace, project, as_of)) if has_days else (),
        shares=tuple(grant_shares.shares(workspace, project, periods, as_of)) if is_lump else (),
        payments=payments,
        rates_used=tuple(sorted(costs.rates)),
        statuses=costs.statuses,
    )


def periods_of(workspace: Workspace, project: Project) -> list[ReportingPeriod]:
    """The reporting periods in their order."""
    found = cast("list[ReportingPeriod]", workspace.find("reporting_period", project_id=project.id))
    return sorted(found, key=lambda p: (p.start or "9", p.code))


def _parties(workspace: Workspace, project: Project) -> Iterator[Party]:
    """Each partner once, in the order of the partners' numbers, with its own funding rate and maximum grant."""
    where = {"project_id": project.id}
    parts: dict[int, list[Participation]] = defaultdict(list)
    for part in cast("list[Participation]", workspace.find("participation", **where)):
        if part.partner_id:
            parts[part.partner_id].append(part)
    grants = {
        s.key[0]: s.totals["amount"]
        for s in workspace.sums("contribution", ("amount",), by=("partner_id",), where={
            **where, "currency": project.currency, "unit_of_account": ""})
    }  # fmt: skip
    paying = {i for i in workspace.stated("cost", "partner_id", where) if i}
    ids = sorted({*parts, *(i for i in grants if i), *paying})
    known = {p.id: p for p in cast("list[Partner]", workspace.find("partner", id=ids))} if ids else {}
    for number in ids:
        partner = known.get(number)
        its = parts.get(number, [])
        stated = next((p for p in its if p.funding_rate is not None), its[0] if its else None)
        yield Party(
            partner_id=number,
            name=(partner.short_name or partner.name) if partner else "partner not named",
            kind=partner.kind if partner else "",
            role=in_a_row(dict.fromkeys(p.role for p in its if p.role)),
            rate=stated.funding_rate if stated else None,
            grant=grants.get(number),
            participation_id=stated.id if stated else None,
        )


def _payments(workspace: Workspace, project: Project, as_of: date) -> tuple[tuple[Payment, ...], tuple[str, ...]]:
    """The payments in the project's currency as known by the day, and what is said of the others."""
    found = cast("list[Payment]", workspace.find("payment", project_id=project.id))
    own = [p for p in found if (p.currency or project.currency) == project.currency and p.status != "cancelled"]
    strange = sorted({p.currency for p in found if p.currency and p.currency != project.currency})
    left_out = tuple(
        told(
            "payments in {currency} are left out: the grant is in {currency2}",
            currency=currency,
            currency2=project.currency,
        )
        for currency in strange
    )
    return tuple(_as_known(p, as_of) for p in own), left_out


def _as_known(payment: Payment, as_of: date) -> Payment:
    if is_later(payment.received_on, as_of):
        return replace(payment, received=None, received_on=None, status="expected")
    return payment
