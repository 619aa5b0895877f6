"""In-kind contributions credited without evidence of what was delivered."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import listed, money, named, number
from collabdesk.domain.credit_events import CreditEvent
from collabdesk.domain.dates import latest
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    events = [e for e in (facts.pledges.events if facts.pledges else ()) if _is_credited(e, facts)]
    for unit in sorted({_unit(e) for e in events}):
        its = [e for e in events if _unit(e) == unit]
        bare = [e for e in its if not e.evidence.strip()]
        amount = sum((e.amount or Decimal(0) for e in bare), Decimal(0))
        if not bare or amount <= settings["amount"]:
            continue
        yield Draft(
            title=told("In-kind contributions credited without evidence"),
            criteria=told("A credit event should be credited on evidence that what was agreed has been delivered"),
            condition=told(
                "For {bare} of {every} credited in {unit} no evidence is recorded: {list}.",
                bare=counted_words(len(bare), "{n} credit event", "{n} credit events"),
                every=number(len(its)),
                unit=unit,
                list=listed([_line(facts, e, unit) for e in bare]),
            ),
            effect=told(
                "{amount} counts as received and cannot be proven from the records.", amount=money(amount, unit)
            ),
            seen=tuple(f"{e.id} {e.amount} {e.credited_on}" for e in bare),
            figures=(figure_id(facts, "credit-credited", unit=unit),),
        )


def _is_credited(event: CreditEvent, facts: Facts) -> bool:
    is_known = not event.credited_on or latest(event.credited_on) <= facts.as_of
    return event.status == "credited" and is_known


def _unit(event: CreditEvent) -> str:
    return event.unit_of_account or event.currency or NO_CURRENCY


def _line(facts: Facts, event: CreditEvent, unit: str) -> str:
    return told(
        "{event}, {partner}, {amount}",
        event=named(event.code, event.title),
        partner=facts.partner_name(event.partner_id),
        amount=money(event.amount or Decimal(0), unit),
    )


CRITERION = Criterion("credit_unproven", "Evidence of credited contributions", ("amount",), _check, is_of_project=True)
