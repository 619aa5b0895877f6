"""The payments that a grant is expected to make under its rule pack, and what came: a proposal, kept by nobody yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from collabdesk.auditing.eligibility import of_partners, together
from collabdesk.auditing.grant_facts import GrantFacts
from collabdesk.domain.dates import earliest, latest
from collabdesk.domain.payments import Payment
from collabdesk.domain.period_rules import REPORTED
from collabdesk.domain.problems import Refused
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.rules import Outcome, plain
from collabdesk.domain.told import in_a_row, items_of, told
from collabdesk.measures.he_payments import balance, first, interim

CAME_IN = frozenset({"pre_financing", "interim", "balance", "insurance_release"})
RETENTION = "insurance_retention"
NAMES = ("prefinancing_share", "insurance_share", "payment_cap")
"""The values of a pack that a schedule rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One line of the schedule, as books keep it: payments in full, and what is withheld of them as a line of its own.

    `expected_on` is "" where no date can be told. `told` is what a reader must know of it.
    """

    kind: str
    period: str
    amount: Outcome
    expected_on: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The contribution of one reporting period: None, with the reason, where it cannot be told yet."""

    period: ReportingPeriod
    value: Outcome
    told: str = ""


def accepted(facts: GrantFacts) -> list[Accepted]:
    """The contribution of each period, from the costs recorded (accepted amounts where the funder has decided)."""
    return [_accepted(facts, period) for period in facts.periods]


def _accepted(facts: GrantFacts, period: ReportingPeriod) -> Accepted:
    is_reported = period.status in REPORTED
    so_far = "" if is_reported else told("{code} is not submitted: as recorded so far", code=period.code)
    if facts.pack.mode == "lump_sum":
        done = [s.amount for s in facts.shares if s.is_complete and s.period == period.code]
        if not done and not is_reported:
            return Accepted(period, Outcome(None, told("no work package of {code} is completed yet", code=period.code)))
        return Accepted(period, Outcome(sum(done, Decimal(0))), so_far)
    there = any(c.period == period.code for c in facts.costs) or any(e.period == period.code for e in facts.efforts)
    if not there:
        if not is_reported:
            return Accepted(period, Outcome(None, told("no cost of {code} is recorded yet", code=period.code)))
        return Accepted(period, Outcome(Decimal(0)))
    return Accepted(period, together(facts, of_partners(facts, period.code)).requested, so_far)


def schedule(facts: GrantFacts) -> list[Expected]:
    """Pre-financing with the insurance withheld, an interim payment a period under the cap, the balance, the release.

    Empty where the pack knows no pre-financing. What cannot be computed has no amount but its reason.
    """
    if facts.pack.get("prefinancing_share") is None:
        return []
    try:
        share, insurance_share, cap = (facts.pack.number(name) for name in NAMES)
    except Refused as refusal:
        return list(_unknown(facts, refusal.sentence))
    if facts.grant is None:
        return list(_unknown(facts, "no funding of the project is recorded"))
    if not facts.periods:
        return list(_unknown(facts, "no reporting period is recorded"))
    return list(_schedule(facts, facts.grant, share, insurance_share, cap))


def _schedule(
    facts: GrantFacts, grant: Decimal, share: Decimal, insurance_share: Decimal, cap: Decimal
) -> Iterator[Expected]:
    prefinancing = first(grant, len(facts.periods), share, cap)
    insurance = insurance_share * grant
    is_capped = share / len(facts.periods) > cap
    yield Expected(
        kind="pre_financing",
        period="",
        amount=Outcome(prefinancing),
        expected_on=_prefinancing_day(facts),
        told="the pack's share would exceed the cap: state the grant's own pre-financing" if is_capped else "",
    )
    yield Expected(kind="insurance_retention", period="", amount=Outcome(insurance))
    paid: Outcome = Outcome(prefinancing)
    found = accepted(facts)
    for one in found[:-1]:
        amount = _interim(one, paid, grant, cap)
        yield Expected(
            kind="interim",
            period=one.period.code,
            amount=amount,
            expected_on=_report_day(facts, one.period),
            told=one.told,
        )
        paid = (
            Outcome(None, amount.reason) if amount.value is None else Outcome((paid.value or Decimal(0)) + amount.value)
        )
    last = found[-1]
    values = [a.value.value for a in found if a.value.value is not None]
    reasons = [a.value.reason or "" for a in found if a.value.value is None]
    if reasons or paid.value is None:
        rest = Outcome(None, in_a_row(dict.fromkeys(reasons)) or paid.reason)
    else:
        rest = Outcome(balance(values, paid.value, grant))
    day = _report_day(facts, last.period)
    yield Expected(
        kind="balance", period=last.period.code, amount=rest, expected_on=day,
        told=in_a_row([*(a.told for a in found if a.told), *_in_no_period(facts)]),
    )  # fmt: skip
    yield Expected(kind="insurance_release", period="", amount=Outcome(insurance), expected_on=day)


def _in_no_period(facts: GrantFacts) -> Iterator[str]:
    """What no payment counts yet, for it is declared in no period and its day lies in none."""
    codes = {p.code for p in facts.periods}
    amounts = [c.amount for c in facts.costs if c.period not in codes and c.amount]
    if amounts and facts.pack.mode == "actual":
        yield told(
            "left out: {amounts} of costs in no reporting period", amounts=f"{plain(sum(amounts, Decimal(0))):f}"
        )


def _interim(one: Accepted, paid: Outcome, grant: Decimal, cap: Decimal) -> Outcome:
    if one.value.value is None:
        return one.value
    if paid.value is None:
        # What the period gives is known, what the cap leaves of it is not.
        return Outcome(None, paid.reason)
    return Outcome(interim(one.value.value, paid.value, grant, cap))


def _unknown(facts: GrantFacts, reason: str) -> Iterator[Expected]:
    for kind in ("pre_financing", "balance"):
        day = _prefinancing_day(facts) if kind == "pre_financing" else ""
        yield Expected(kind=kind, period="", amount=Outcome(None, reason), expected_on=day)


def _days(facts: GrantFacts, name: str) -> int | None:
    value = facts.pack.get(name)
    return int(value.value) if value is not None and isinstance(value.value, Decimal) else None


def _prefinancing_day(facts: GrantFacts) -> str:
    """So many days after signature, or before the start, whichever is later."""
    after, before = _days(facts, "prefinancing_due_days"), _days(facts, "prefinancing_days_before_start")
    days = []
    if facts.signed_on and after is not None:
        days.append(latest(facts.signed_on) + timedelta(days=after))
    if facts.start and before is not None:
        days.append(earliest(facts.start) - timedelta(days=before))
    return max(days).isoformat() if days else ""


def report_due(facts: GrantFacts, period: ReportingPeriod) -> date | None:
    """The day a period's report is due: as recorded, else so many days after its end as the pack says."""
    if period.due:
        return latest(period.due)
    days = _days(facts, "report_due_days")
    return latest(period.end) + timedelta(days=days) if period.end and days is not None else None


def _report_day(facts: GrantFacts, period: ReportingPeriod) -> str:
    """The day a payment is due: so many days after the report was submitted, or is due."""
    days = _days(facts, "payment_due_days")
    reported = latest(period.submitted_on) if period.submitted_on else report_due(facts, period)
    return (reported + timedelta(days=days)).isoformat() if reported and days is not None else ""


def cash(expected: list[Expected]) -> Outcome:
    """What the whole schedule brings to the account: all payments without what is withheld."""
    coming = [e for e in expected if e.kind in CAME_IN | {RETENTION}]
    unknown = [why for e in coming if e.amount.value is None for why in items_of(e.amount.reason or "")]
    if unknown:
        return Outcome(None, in_a_row(dict.fromkeys(unknown)))
    return Outcome(sum((signed(e.kind, e.amount.value or Decimal(0)) for e in coming), Decimal(0)))


def signed(kind: str, amount: Decimal) -> Decimal:
    """An amount as it changes the account: what is withheld or recovered leaves it, however its sign is recorded."""
    return -abs(amount) if kind in (RETENTION, "recovery") else amount


def of_the_grant(payments: tuple[Payment, ...]) -> list[Payment]:
    """What came from the funder to the consortium as a whole, what it withheld and what it took back."""
    kinds = CAME_IN | {RETENTION, "recovery"}
    return [p for p in payments if p.partner_id is None and p.kind in kinds]


def received(payments: tuple[Payment, ...]) -> Decimal:
    """What reached the account so far: without what the funder withheld or recovered."""
    came = (signed(one.kind, one.received) for one in of_the_grant(payments) if one.received is not None)
    return sum(came, Decimal(0))


def distributed_to(payments: tuple[Payment, ...], partner_id: int | None) -> Decimal:
    """What was handed on to a partner so far."""
    its = (p.received for p in payments if p.kind == "distribution" and p.partner_id == partner_id)
    return sum((amount for amount in its if amount is not None), Decimal(0))


def recorded(payments: tuple[Payment, ...], one: Expected) -> list[Payment]:
    """The payments of the books that are of the same kind and period as one of the schedule."""
    found = [p for p in payments if p.partner_id is None and p.kind == one.kind]
    if one.kind != "interim":
        return found
    return [p for p in found if p.period == one.period]
