"""Gather what a project's rule pack is applied to: costs as sums in SQL, parties, periods, effort, shares, payments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

from collabdesk.auditing.grant_facts import DECIDED, NOT_COUNTED, GrantCost, GrantFacts, Party
from collabdesk.domain.conversions import Converted, InHome, Unconverted
from collabdesk.domain.dates import latest
from collabdesk.domain.packs import Pack
from collabdesk.domain.participations import Participation
from collabdesk.domain.partners import Partner
from collabdesk.domain.payments import Payment
from collabdesk.domain.period_rules import belongs
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.usecases import rules
from collabdesk.usecases.gathering import grant_effort, grant_shares
from collabdesk.usecases.workspace import Workspace

_BY = ("partner_id", "category", "status", "declared_in", "date", "period_end")
_OF_SUBAWARDS = ("subaward", "unit_price", "units", "expended", "fund")  # the price each is an item's own
_RECIPIENT = "recipient"


def gathered(workspace: Workspace, project: Project, as_of: date) -> GrantFacts | None:
    """None where the project names no rule pack and its grant states no rule itself: then no funder's rules apply."""
    choice = rules.chosen(workspace, project, as_of)
    if not choice.is_named and not choice.overrides and not choice.problems:
        return None
    pack = choice.pack
    periods = periods_of(workspace, project)
    costs = _Costs(workspace, project, as_of, pack, periods)
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


@dataclass(slots=True)
class _Merged:
    """What is summed up of one key over its days."""

    amount: Decimal | None = None
    recorded: Decimal | None = None
    records: int = 0
    reasons: list[str] = field(default_factory=list)
    is_converted: bool = False


@dataclass(frozen=True, slots=True)
class _AtHome:
    """A sum that is in the project's currency from the start: what is asked of an InHome, without its conversions."""

    totals: Mapping[str, Decimal | None]
    records: int
    converted: tuple[Converted, ...] = ()
    unconverted: tuple[Unconverted, ...] = ()

    def reason(self, _field: str) -> str | None:
        return None


class _Costs:
    """The cost sums of one project, with the rates that they took."""

    def __init__(
        self, workspace: Workspace, project: Project, as_of: date, pack: Pack, periods: list[ReportingPeriod]
    ) -> None:
        self._workspace, self._project, self._as_of, self._periods = workspace, project, as_of, periods
        self._by = (*_BY, *_OF_SUBAWARDS) if pack.get("subaward_cap") else _BY
        rate_choice = pack.get("rate_choice")
        self._choice = str(rate_choice.value) if rate_choice else ""
        self.rates: set[str] = set()
        self.statuses: dict[str, int] = defaultdict(int)
        self._places: dict[tuple[str, str], str] = {}
        self._known: dict[str, bool] = {}

    def found(self) -> Iterator[GrantCost]:
        """One for each partner, category, status, period and, where the pack asks, subaward and unit price."""
        merged: dict[tuple[Any, ...], _Merged] = defaultdict(_Merged)
        for said, group, name in self._groups():
            status, period = said["status"], self._period(said)
            price = _in_home(_price(said), group)
            key = (
                said["partner_id"], said["category"] or "", status, period, said.get("subaward") or "", price,
                (said.get("fund") or "").strip().lower() == _RECIPIENT,
            )  # fmt: skip
            one = merged[key]
            one.records += group.records
            one.is_converted = one.is_converted or bool(group.converted)
            self.statuses[status] += group.records
            one.recorded = _plus(one.recorded, group.totals.get("expended"))
            if any(u.amounts.get(name) is not None for u in group.unconverted):
                one.reasons.append(group.reason(name) or "")
            elif group.totals.get(name) is not None:
                one.amount = _plus(one.amount, group.totals[name])
            self.rates |= {f"1 {c.currency} = {c.rate.told}" for c in group.converted}
        for (partner_id, category, status, period, subaward, price, is_own), one in merged.items():
            yield GrantCost(
                partner_id=partner_id,
                category=category,
                status=status,
                period=period,
                amount=None if one.reasons else one.amount or Decimal(0),
                recorded=one.recorded,
                records=one.records,
                reason="; ".join(dict.fromkeys(r for r in one.reasons if r)) or None,
                subaward=subaward,
                unit_price=price,
                is_own=is_own,
                is_converted=one.is_converted,
            )

    def _groups(self) -> Iterator[tuple[dict[str, Any], InHome | _AtHome, str]]:
        """The groups with the name of the field that counts: what was accepted where the funder decided."""
        where = {"project_id": self._project.id}
        there = set(self._workspace.stated("cost", "status", where))
        self._is_at_home = set(self._workspace.stated("cost", "currency", where)) <= {self._project.currency or None}
        undecided, decided = sorted(there - DECIDED), sorted(there & DECIDED)
        if undecided:
            yield from self._summed({"status": undecided}, ("expended",), "expended")
        if not decided:
            return
        # What was accepted without an amount of its own was accepted as it stands.
        whole = sorted(set(decided) - NOT_COUNTED)
        unstated = {"accepted": None}
        if whole:
            yield from self._summed({"status": whole, **unstated}, ("expended",), "expended")
        yield from self._summed({"status": decided}, ("accepted", "expended"), "accepted", but=whole)

    def _summed(
        self, where: Mapping[str, object], fields: tuple[str, ...], name: str, but: Iterable[str] = ()
    ) -> Iterator[tuple[dict[str, Any], InHome | _AtHome, str]]:
        # Items of `but` without an accepted amount were summed already: grouped apart by whether it is stated.
        taken = set(but)
        by = (*self._by, "accepted") if taken else self._by
        for key, group in self._converted(where, fields, by):
            said = dict(zip(by, key, strict=True))
            if not (said["status"] in taken and said["accepted"] is None):
                yield said, group, name

    def _converted(
        self, where: Mapping[str, object], fields: tuple[str, ...], by: tuple[str, ...]
    ) -> Iterator[tuple[tuple[Any, ...], InHome | _AtHome]]:
        """The sums known by the day. Where all costs are in one currency no rate is looked for, in half the time."""
        if not self._is_at_home:
            from collabdesk.usecases.rates import in_home_by

            found = in_home_by(
                self._workspace, self._project, "cost", fields, dict(where), self._choice, self._as_of, by=by
            )
            yield from ((group.key, group) for group in found)
            return
        day, end = by.index("date"), by.index("period_end")
        for s in self._workspace.sums("cost", fields, by=by, where={**where, "project_id": self._project.id}):
            if self._is_known(s.key[day] or s.key[end]):
                yield s.key, _AtHome(s.totals, s.records)

    def _is_known(self, day: str | None) -> bool:
        if not day:
            return True
        if day not in self._known:
            self._known[day] = latest(day) <= self._as_of
        return self._known[day]

    def _period(self, said: Mapping[str, Any]) -> str:
        key = (said["declared_in"] or "", said["date"] or said["period_end"] or "")
        if key not in self._places:
            its = belongs(self._periods, *key)
            self._places[key] = its.code if its else key[0]
        return self._places[key]


def _price(said: Mapping[str, Any]) -> Decimal | None:
    """What one unit of an item cost: as stated, else the item's amount by its units."""
    if said.get("unit_price") is not None:
        return cast("Decimal", said["unit_price"])
    amount, units = said.get("expended"), said.get("units")
    return amount / units if amount is not None and units else amount


def _in_home(price: Decimal | None, group: InHome | _AtHome) -> Decimal | None:
    """A unit's price in the project's currency, as its own group was converted."""
    if price is None or not group.converted:
        return price
    return group.converted[0].rate.of(price)


def _plus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return one if other is None else other if one is None else one + other


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
            role="; ".join(dict.fromkeys(p.role for p in its if p.role)),
            rate=stated.funding_rate if stated else None,
            grant=grants.get(number),
            participation_id=stated.id if stated else None,
        )


def _payments(workspace: Workspace, project: Project, as_of: date) -> tuple[tuple[Payment, ...], tuple[str, ...]]:
    """The payments in the project's currency as known by the day, and what is said of the others."""
    found = cast("list[Payment]", workspace.find("payment", project_id=project.id))
    own = [p for p in found if (p.currency or project.currency) == project.currency and p.status != "cancelled"]
    strange = sorted({p.currency for p in found if p.currency and p.currency != project.currency})
    told = tuple(f"payments in {currency} are left out: the grant is in {project.currency}" for currency in strange)
    return tuple(_as_known(p, as_of) for p in own), told


def _as_known(payment: Payment, as_of: date) -> Payment:
    if payment.received_on and latest(payment.received_on) > as_of:
        return replace(payment, received=None, received_on=None, status="expected")
    return payment
