"""Payments of the funder that were expected by a day and have not come."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.payment_schedule import CAME_IN
from collabdesk.auditing.wording import day, days, listed, money, number
from collabdesk.domain.dates import latest
from collabdesk.domain.payments import Payment
from collabdesk.domain.told import counted_words, told

_WORDS = {
    "pre_financing": told("pre-financing"),
    "interim": told("interim payment"),
    "balance": told("balance"),
    "insurance_release": told("release of the insurance"),
}


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    grant = facts.grant
    if grant is None:
        return
    own = [p for p in grant.payments if p.partner_id is None and p.kind in CAME_IN and p.expected_on]
    due = [p for p in own if latest(p.expected_on or "") < facts.as_of]
    open_ones = [
        p
        for p in due
        if p.received is None and p.expected and (facts.as_of - latest(p.expected_on or "")).days > settings["days"]
    ]
    for unit in sorted({p.currency or grant.currency for p in open_ones}):
        its = [p for p in open_ones if (p.currency or grant.currency) == unit]
        whole = sum((p.expected or Decimal(0) for p in its), Decimal(0))
        yield Draft(
            title=told("Payments of the funder have not come when expected"),
            criteria=told(
                "A payment should be received within {days} of the day on which it is expected",
                days=days(int(settings["days"])),
            ),
            condition=told(
                "By {day}, {late} of {every} that had been expected have not come: {list}.",
                day=day(facts.as_of.isoformat()),
                late=counted_words(len(its), "{n} payment", "{n} payments"),
                every=number(len(due)),
                list=listed([_line(p, unit) for p in its]),
            ),
            effect=told("The partners go without {whole}.", whole=money(whole, unit)),
            seen=tuple(f"{p.id} {p.expected_on} {p.expected} {unit}" for p in its),
            figures=(figure_id(facts, "payments-to-come", unit=grant.currency),) if grant.grant is not None else (),
        )


def _line(payment: Payment, unit: str) -> str:
    return told(
        "{payment}, {amount}, expected {day}",
        payment=payment.code or payment.title or _WORDS.get(payment.kind, payment.kind),
        amount=money(payment.expected or Decimal(0), unit),
        day=day(payment.expected_on or ""),
    )


CRITERION = Criterion("payment_late", "Payments of the funder in time", ("days",), _check, is_of_project=True)
