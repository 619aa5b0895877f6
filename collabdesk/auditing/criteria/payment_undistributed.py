"""Payments that came from the funder and were not handed on to the partners."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.payment_schedule import distributed_to, of_the_grant, signed
from collabdesk.auditing.wording import computed, day, days, listed, money, number
from collabdesk.domain.dates import latest
from collabdesk.domain.told import counted_words, told
from collabdesk.measures.reimbursement import distributed


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    grant = facts.grant
    if grant is None:
        return
    until = facts.as_of - timedelta(days=int(settings["days"]))
    came = [
        p
        for p in of_the_grant(grant.payments)
        if p.received is not None and p.received_on and latest(p.received_on) <= until
    ]
    whole = sum((signed(p.kind, p.received or Decimal(0)) for p in came), Decimal(0))
    grants = {p.partner_id: p.grant for p in grant.parties if p.grant is not None and p.grant > 0}
    # Rules without pre-financing pay by what was spent, not by shares of what came.
    if grant.pack.get("prefinancing_share") is None or whole <= 0 or len(grants) < 2:
        return
    shares, _ = distributed(whole, grants)
    short = {p: left for p, s in shares.items() if (left := s - distributed_to(grant.payments, p)) > settings["amount"]}
    # The coordinator keeps its own share: a payment to itself is seldom recorded.
    own = {p.partner_id for p in grant.parties if "coordinator" in p.role.casefold()}
    short = {p: left for p, left in short.items() if p not in own}
    if not short:
        return
    unit = grant.currency
    ordered = sorted(short, key=lambda p: (-short[p], grant.party(p).name))
    left = sum(short.values(), Decimal(0))
    last = max((p.received_on or "" for p in came), key=latest)
    yield Draft(
        title=told("Payments received are not distributed to the partners"),
        criteria=told(
            "What the funder pays should reach each partner within {days}, in proportion to its maximum grant",
            days=days(int(settings["days"])),
        ),
        condition=told(
            "Of {whole} received by {last}, the shares of {short} of {every} are not recorded as handed on in full: "
            "{list}.",
            whole=money(whole, unit),
            last=day(last),
            short=counted_words(len(short), "{n} partner", "{n} partners"),
            every=number(len(grants)),
            list=listed([
                told("{partner}: {left} of {share}", partner=grant.party(p).name, left=computed(short[p], unit),
                     share=computed(shares[p], unit)) for p in ordered
            ]),
        ),
        effect=told("{left} is recorded neither as paid to these partners nor as withheld for a reason.",
                    left=computed(left, unit)),
        severity=settings.severity if any(p.kind == "distribution" for p in grant.payments) else "low",
        seen=(f"{whole} {unit}", *(f"{p} {short[p]}" for p in ordered)),
        figures=(
            figure_id(facts, "payments-received", unit=unit),
            *(figure_id(facts, "distribution", f"p{p}", unit) for p in ordered),
        ),
    )  # fmt: skip


CRITERION = Criterion(
    "payment_undistributed", "Distribution of payments", ("days", "amount"), _check, is_of_project=True
)
