"""Gather the lines of an SF-425: receipts and income from payments, disbursements and expenditure from costs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import cast

from collabdesk.auditing.sf425_facts import FilledLine, Sf425Facts
from collabdesk.domain.conversions import InHome
from collabdesk.domain.dates import is_later
from collabdesk.domain.figures import Basis
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.payments import Payment
from collabdesk.domain.projects import Project
from collabdesk.domain.rules import Outcome, plain
from collabdesk.domain.told import in_a_row, told
from collabdesk.usecases.rates.choosing import choice_of
from collabdesk.usecases.rates.home import in_home_by
from collabdesk.usecases.workspace import Workspace

_FAMILY = "us_2cfr200"
_RECIPIENT = "recipient"
_RECEIPTS = ("pre_financing", "interim", "balance", "insurance_release")
_TAKEN_BACK = ("recovery", "insurance_retention")
_INCOME = {"l": "programme_income", "m": "income_deducted", "n": "income_added"}
_LIVE = ("expected", "received", "distributed")
_AMOUNTS = ("obligated", "expended", "paid")
_NOUNS = {"obligated": "obligation", "expended": "expenditure", "paid": "disbursement"}


def gathered(workspace: Workspace, project: Project, as_of: date) -> Sf425Facts | None:
    """None where the project is no federal award of the United States: no such pack, and no recipient's share."""
    funds = [fund or "" for fund in workspace.stated("cost", "fund", {"project_id": project.id})]
    rate = choice_of(workspace, project, as_of)
    if rate.family != _FAMILY and not any(_is_own(fund) for fund in funds):
        return None
    currency = project.currency or NO_CURRENCY
    costs = _Costs(workspace, project, rate.name, as_of)
    paid = in_home_by(workspace, project, "payment", ("received",), {"status": _LIVE}, rate.name, as_of, by=("kind",))
    payments = {str(part.key[0]): part for part in paid}
    return Sf425Facts(
        currency=currency,
        rule_pack=rate.rule_pack,
        rates=tuple(sorted({f"1 {c.currency} = {c.rate.told}" for p in (*costs.parts, *paid) for c in p.converted})),
        lines={
            "a": _receipts(workspace, project, payments, as_of),
            "b": costs.line("paid", is_own=False),
            "d": _authorised(project),
            "e": costs.line("expended", is_own=False),
            "f": costs.unliquidated(),
            "i": _required(project),
            "j": costs.line("expended", is_own=True),
            **{letter: _income(workspace, project, payments, kind, as_of) for letter, kind in _INCOME.items()},
        },
    )


class _Costs:
    """The cost items by who pays, in the project's currency; rejected ones are nobody's share of the award."""

    def __init__(self, workspace: Workspace, project: Project, choice: str, as_of: date) -> None:
        by = ("fund", "status")
        self._project = project
        self.parts = _standing(in_home_by(workspace, project, "cost", _AMOUNTS, {}, choice, as_of, by=by))
        # What was spent without an obligation liquidates none.
        self._direct = _standing(
            in_home_by(workspace, project, "cost", ("expended",), {"obligated": None}, choice, as_of, by=by)
        )

    def line(self, field: str, *, is_own: bool) -> FilledLine:
        """The sum of a field over the recipient's own items, or over all others."""
        parts = self._of(self.parts, is_own=is_own)
        outcome = _sum(parts, field, _NOUNS[field])
        note = None
        if is_own and outcome.value is None and not _unconverted(parts, field) and self.parts:
            outcome, note = Outcome(Decimal(0)), "no cost item is paid by the recipient"
        return FilledLine(
            outcome=outcome,
            inputs={"cost items": str(sum(p.records for p in parts)), **_rates(parts, field)},
            basis=self._basis(parts, field),
            note=note,
        )

    def unliquidated(self) -> FilledLine:
        """What was obligated and not spent yet; nothing, and it says so, where no item states an obligation."""
        parts = self._of(self.parts, is_own=False)
        obligated, spent = _sum(parts, "obligated", "obligation"), _sum(parts, "expended", "expenditure")
        direct = _sum(self._of(self._direct, is_own=False), "expended", "expenditure")
        missing = _unconverted(parts, "obligated") or _unconverted(parts, "expended")
        if missing:
            return FilledLine(outcome=Outcome(None, missing))
        if obligated.value is None:
            if not parts:
                return FilledLine(outcome=Outcome(None, told("no cost is recorded")))
            note = "no cost item states an obligation: nothing unliquidated is recorded"
            return FilledLine(outcome=Outcome(Decimal(0)), note=note)
        liquidated = (spent.value or Decimal(0)) - (direct.value or Decimal(0))
        return FilledLine(
            outcome=Outcome(obligated.value - liquidated),
            inputs={"obligated": f"{plain(obligated.value):f}", "spent of it": f"{plain(liquidated):f}"},
            basis=(*self._basis(parts, "obligated"), *self._basis(parts, "expended")),
            note="more was spent than obligated" if liquidated > obligated.value else None,
        )

    def _of(self, parts: Iterable[InHome], *, is_own: bool) -> list[InHome]:
        return [part for part in parts if _is_own(str(part.key[0] or "")) is is_own]

    def _basis(self, parts: Iterable[InHome], field: str) -> tuple[Basis, ...]:
        own = ("project_id", self._project.id)
        keys = [part.key for part in parts if part.totals[field] is not None]
        return tuple(
            Basis("cost", field, where=(own, ("fund", str(fund or "")), ("status", str(status))))
            for fund, status in keys
        )


def _is_own(fund: str) -> bool:
    return fund.strip().casefold() == _RECIPIENT


def _standing(parts: Iterable[InHome]) -> list[InHome]:
    return [part for part in parts if part.key[1] != "rejected"]


def _receipts(workspace: Workspace, project: Project, payments: Mapping[str, InHome], as_of: date) -> FilledLine:
    came = [payments[kind] for kind in _RECEIPTS if kind in payments]
    back = [payments[kind] for kind in _TAKEN_BACK if kind in payments]
    received, returned = _sum(came, "received", "payment received"), _sum(back, "received", "recovery")
    missing = _unconverted([*came, *back], "received")
    if missing or received.value is None:
        return FilledLine(outcome=Outcome(None, missing or received.reason))
    kinds = [str(part.key[0]) for part in (*came, *back)]
    inputs = {"received": f"{plain(received.value):f}"}
    if returned.value is not None:
        inputs["taken back"] = f"{plain(returned.value):f}"
    return FilledLine(
        outcome=Outcome(received.value - (returned.value or Decimal(0))),
        inputs=inputs | _rates([*came, *back], "received"),
        basis=_payment_basis(workspace, project, kinds, as_of),
    )


def _income(
    workspace: Workspace, project: Project, payments: Mapping[str, InHome], kind: str, as_of: date
) -> FilledLine:
    part = payments.get(kind)
    outcome = _sum([part] if part else [], "received", kind)
    if outcome.value is None and not (part and part.unconverted):
        return FilledLine(outcome=Outcome(Decimal(0)), note="none is recorded")
    return FilledLine(outcome=outcome, basis=_payment_basis(workspace, project, [kind], as_of))


def _authorised(project: Project) -> FilledLine:
    basis = (Basis("project", "funding", ids=(project.id or 0,)),) if project.funding is not None else ()
    reason = None if project.funding is not None else "no funding is recorded for the project"
    return FilledLine(outcome=Outcome(project.funding, reason), basis=basis)


def _required(project: Project) -> FilledLine:
    ids = (project.id or 0,)
    if project.cofunding_amount is not None:
        return FilledLine(
            outcome=Outcome(project.cofunding_amount), basis=(Basis("project", "cofunding_amount", ids=ids),)
        )
    if project.match_ratio is not None and project.funding is not None:
        return FilledLine(
            outcome=Outcome(project.match_ratio * project.funding),
            inputs={"required match": f"{plain(project.match_ratio):f}", "funding": f"{plain(project.funding):f}"},
            basis=(Basis("project", "match_ratio", ids=ids), Basis("project", "funding", ids=ids)),
        )
    return FilledLine(outcome=Outcome(None, told("no co-funding amount is recorded for the project")))


def _payment_basis(workspace: Workspace, project: Project, kinds: list[str], as_of: date) -> tuple[Basis, ...]:
    """The payments of these kinds that came by the day."""
    found = cast("list[Payment]", workspace.find("payment", project_id=project.id, kind=kinds, status=_LIVE))
    came = [p for p in found if p.received is not None and not is_later(p.received_on or p.expected_on, as_of)]
    return (Basis("payment", "received", ids=tuple(p.id or 0 for p in came)),) if came else ()


def _sum(parts: Iterable[InHome], field: str, noun: str) -> Outcome:
    """The sum over the parts; undefined where nothing is stated, or where a part has no rate."""
    known = list(parts)
    missing = _unconverted(known, field)
    if missing:
        return Outcome(None, missing)
    stated = [p.totals[field] for p in known if p.totals[field] is not None]
    return (
        Outcome(sum((s for s in stated if s is not None), Decimal(0)))
        if stated
        else Outcome(None, told("no {noun} is recorded", noun=told(noun)))
    )


def _unconverted(parts: Iterable[InHome], field: str) -> str | None:
    reasons = [p.reason(field) for p in parts if any(u.amounts.get(field) is not None for u in p.unconverted)]
    return in_a_row(r for r in reasons if r) or None


def _rates(parts: Iterable[InHome], field: str) -> dict[str, str]:
    """Each converted amount with its rate, date and source."""
    return {
        f"{plain(c.amounts[field] or Decimal(0)):f} {c.currency}": told("at {told}", told=c.rate.told)
        for p in parts
        for c in p.converted
        if c.amounts[field] is not None
    }
