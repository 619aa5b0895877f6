"""Payments: what the grant is expected to pay by its rule pack, what came, and the partners' shares of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from collabdesk.auditing import payment_schedule as schedules
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.auditing.grant_facts import GrantFacts
from collabdesk.auditing.payment_schedule import Expected
from collabdesk.domain.dates import in_words
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.payments import Payment
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told
from collabdesk.measures.he_payments import SCHEDULE
from collabdesk.measures.reimbursement import DISTRIBUTION, REMAINDER, TO_COME, distributed
from collabdesk.measures.totals import SUM, added
from collabdesk.usecases.figuring import Group, scope
from collabdesk.usecases.grant_figures import counted_cells, days_of_periods, maker, percent

LABELS = {
    "pre_financing": "Pre-financing",
    "interim": "Interim payment",
    "balance": "Balance",
    "insurance_retention": "Mutual insurance withheld",
    "insurance_release": "Mutual insurance released",
}
CASH_LABELS = {
    "pre_financing": "Pre-financing without the insurance",
    "balance": "Balance with the insurance released",
}
Make = Callable[..., Figure]


def _figures(facts: Facts) -> Iterator[Figure]:
    grant = facts.grant
    if grant is None:
        return
    make = maker(facts, grant, "payments")
    expected = schedules.schedule(grant)
    basis = _rests_on(facts, grant)
    for one in expected:
        yield from _expected(grant, make, one, basis)
    if expected:
        yield make(
            SCHEDULE, "payments-cash", schedules.cash(expected), label="Payments expected in all",
            names=schedules.NAMES, inputs={"maximum grant": grant.grant, "periods": len(grant.periods)}, basis=basis,
        )  # fmt: skip
    yield from _received(facts, grant, make)


def _rests_on(facts: Facts, grant: GrantFacts) -> tuple[Basis, ...]:
    found = []
    if facts.project and grant.grant is not None:
        found.append(Basis("project", "funding", ids=(facts.project.id or 0,)))
    if grant.periods:
        found += days_of_periods(grant)
    rates = tuple(p.participation_id for p in grant.parties if p.participation_id and p.rate is not None)
    if rates:
        found.append(Basis("participation", "funding_rate", ids=rates))
    for status in sorted(grant.statuses):
        where = (*scope(facts), ("status", status))
        found += [Basis("cost", field, where=its) for field, its in counted_cells(status, where)]
    return tuple(found)


_NAMES = {
    "prefinancing_share": told("prefinancing share"), "insurance_share": told("insurance share"),
    "payment_cap": told("payment cap"),
}  # fmt: skip


def _expected(grant: GrantFacts, make: Make, one: Expected, basis: tuple[Basis, ...]) -> Iterator[Figure]:
    given: dict[str, object] = {"maximum grant": grant.grant, "periods": len(grant.periods)}
    for name in schedules.NAMES:
        value = grant.pack.get(name)
        given[_NAMES[name]] = percent(value.value) if value else None
    if one.expected_on:
        given["expected on"] = in_words(one.expected_on)
    # An interim payment has a period of its own; all others are there once.
    part = {"detail": one.period, "detail_slug": slug_of(one.period)} if one.kind == "interim" else {}
    slug = f"payment-{one.kind.replace('_', '-')}"
    own = schedules.recorded(grant.payments, one)
    came = [p.received for p in own if p.received is not None]
    if came:
        given["received"] = sum(came, Decimal(0))
    label = LABELS[one.kind]
    more = {"names": schedules.NAMES, "inputs": given, "basis": (*basis, *_received_basis(own)), **part}
    yield make(SCHEDULE, slug, one.amount, label=label, note=one.told or None, **more)
    cash = _with_insurance(grant, one)
    if cash is not None:
        label = CASH_LABELS[one.kind]
        yield make(SCHEDULE, f"{slug}-cash", cash, label=label, note=one.told or None, **more)


def _with_insurance(grant: GrantFacts, one: Expected) -> Outcome | None:
    """What reaches the account of a payment from which the insurance is withheld, or with which it is released."""
    share = grant.pack.get("insurance_share")
    if one.kind not in CASH_LABELS or share is None or not isinstance(share.value, Decimal) or grant.grant is None:
        return None
    if one.amount.value is None:
        return one.amount
    insurance = share.value * grant.grant
    return Outcome(one.amount.value + (insurance if one.kind == "balance" else -insurance))


def _received_basis(payments: list[Payment]) -> tuple[Basis, ...]:
    ids = tuple(p.id or 0 for p in payments if p.received is not None)
    return (Basis("payment", "received", ids=ids),) if ids else ()


def _received(facts: Facts, grant: GrantFacts, make: Make) -> Iterator[Figure]:
    came = [p for p in schedules.of_the_grant(grant.payments) if p.received is not None]
    if not came and not (grant.grant is not None and grant.pack.get("prefinancing_share")):
        return
    whole = schedules.received(grant.payments)
    basis = _received_basis(came)
    each: dict[str, Decimal] = {}
    for p in came:
        name = p.code or LABELS.get(p.kind, p.kind)
        each[name] = each.get(name, Decimal(0)) + schedules.signed(p.kind, p.received or Decimal(0))
    yield make(SUM, "payments-received", added((whole,), told("payment")), label="Payments received", inputs=each,
               basis=basis)  # fmt: skip
    if grant.grant is not None:
        funding = (Basis("project", "funding", ids=(facts.project.id or 0,)),) if facts.project else ()
        yield make(
            TO_COME, "payments-to-come", Outcome(max(Decimal(0), grant.grant - whole)),
            inputs={"maximum grant": grant.grant, "received": whole}, basis=(*basis, *funding),
        )  # fmt: skip
    if came:
        yield from _distribution(facts, grant, make, whole, basis)


def _distribution(
    facts: Facts, grant: GrantFacts, make: Make, whole: Decimal, basis: tuple[Basis, ...]
) -> Iterator[Figure]:
    grants = {p.partner_id: p.grant for p in grant.parties if p.grant is not None and p.grant > 0}
    shares, rest = distributed(whole, grants)
    if not shares:
        yield make(
            REMAINDER, "distribution-remainder", Outcome(None, told("no maximum grant of a partner is recorded"))
        )
        return
    in_all = sum(grants.values(), Decimal(0))
    number = facts.project.id if facts.project else None
    granted = (("project_id", number), ("currency", grant.currency), ("unit_of_account", ""))
    of_all = Basis("contribution", "amount", where=granted)
    for partner_id, share in shares.items():
        so_far = schedules.distributed_to(grant.payments, partner_id)
        where = (("project_id", number), ("partner_id", partner_id))
        own = Basis("contribution", "amount", where=(*where, ("currency", grant.currency), ("unit_of_account", "")))
        handed_on = [p for p in grant.payments if p.kind == "distribution" and p.partner_id == partner_id]
        yield make(
            DISTRIBUTION, "distribution", Outcome(share),
            detail=grant.party(partner_id).name, detail_slug=f"p{partner_id}",
            inputs={
                "payments received": whole, "maximum grant of the partner": grants[partner_id],
                "maximum grants of all": in_all, "distributed so far": so_far, "still to distribute": share - so_far,
            },
            basis=(*basis, own, of_all, *_received_basis(handed_on)),
        )  # fmt: skip
    yield make(
        REMAINDER, "distribution-remainder", Outcome(rest), inputs={"payments received": whole},
        basis=(*basis, of_all),
    )  # fmt: skip


GROUP = Group("payments", 26, _figures)
