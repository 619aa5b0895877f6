"""Sum up a grant's costs in SQL, by partner, category, status and period, and under US rules by subaward and price."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, cast

from collabdesk.auditing.grant_facts import DECIDED, NOT_COUNTED, GrantCost
from collabdesk.domain.conversions import Converted, InHome, Unconverted
from collabdesk.domain.costs import CostItem
from collabdesk.domain.dates import latest
from collabdesk.domain.packs import Pack
from collabdesk.domain.period_rules import belongs
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.told import in_a_row, told
from collabdesk.usecases.workspace import Workspace

_BY = ("partner_id", "category", "status", "declared_in", "date", "period_end")
_OF_SUBAWARDS = ("subaward", "unit_price", "units", "expended", "fund")  # the price each is an item's own
_RECIPIENT = "recipient"


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


class GrantCosts:
    """The cost sums of one project, with the rates that they took."""

    def __init__(
        self, workspace: Workspace, project: Project, as_of: date, pack: Pack, periods: list[ReportingPeriod]
    ) -> None:
        self._workspace, self._project, self._as_of, self._periods = workspace, project, as_of, periods
        self._chains: dict[int, Decimal] = {}
        self._by = _BY
        if pack.get("subaward_cap"):
            self._chains = _chains(workspace, project)
            self._by = (*_BY, *_OF_SUBAWARDS, *(("id",) if self._chains else ()))
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
            price = _in_home(self._price(said), group)
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
            self.rates |= {
                told("1 {currency} = {rate}", currency=c.currency, rate=c.rate.told) for c in group.converted
            }
        for (partner_id, category, status, period, subaward, price, is_own), one in merged.items():
            yield GrantCost(
                partner_id=partner_id,
                category=category,
                status=status,
                period=period,
                amount=None if one.reasons else one.amount or Decimal(0),
                recorded=one.recorded,
                records=one.records,
                reason=in_a_row(dict.fromkeys(r for r in one.reasons if r)) or None,
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

    def _price(self, said: Mapping[str, Any]) -> Decimal | None:
        """What one unit of an item cost: as stated, else the item's amount as adjusted by its units."""
        if said.get("unit_price") is not None:
            return cast("Decimal", said["unit_price"])
        amount, units = self._chains.get(said.get("id") or 0, said.get("expended")), said.get("units")
        return amount / units if amount is not None and units else amount

    def _period(self, said: Mapping[str, Any]) -> str:
        key = (said["declared_in"] or "", said["date"] or said["period_end"] or "")
        if key not in self._places:
            its = belongs(self._periods, *key)
            self._places[key] = its.code if its else key[0]
        return self._places[key]


def _chains(workspace: Workspace, project: Project) -> dict[int, Decimal]:
    """What each adjusted item and those that adjust it come to together, by the id of each of them."""
    where = {"project_id": project.id}
    adjusted = [i for i in workspace.stated("cost", "cost_id", where) if i]
    if not adjusted:
        return {}
    items = cast("list[CostItem]", [*workspace.find("cost", id=adjusted), *workspace.find("cost", cost_id=adjusted)])
    by_id = {item.id or 0: item for item in items}
    first: dict[int, int] = {}
    for number in sorted(by_id):  # an item is kept before those that adjust it
        before = by_id[number].cost_id
        first[number] = first.get(before, before) if before else number
    totals: dict[int, Decimal] = defaultdict(Decimal)
    for number, item in by_id.items():
        totals[first[number]] += item.expended or Decimal(0)
    return {number: totals[root] for number, root in first.items()}


def _in_home(price: Decimal | None, group: InHome | _AtHome) -> Decimal | None:
    """A unit's price in the project's currency, as its own group was converted."""
    if price is None or not group.converted:
        return price
    return group.converted[0].rate.of(price)


def _plus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return one if other is None else other if one is None else one + other
