"""In-kind contributions that are recorded as received beyond what credit events have credited."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import listed, money, number, percent
from collabdesk.domain.contributions import form_of
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    # Where nobody keeps credit events at all, a receipt in kind is not contradicted by their absence.
    if facts.pledges is None or not facts.pledges.events:
        return
    in_kind = [c for c in facts.contributions if form_of(c.form) == "in_kind" and c.received]
    for unit in sorted({c.unit for c in in_kind}):
        received: dict[int | None, Decimal] = {}
        for c in in_kind:
            if c.unit == unit:
                received[c.partner_id] = received.get(c.partner_id, Decimal(0)) + (c.received or Decimal(0))
        credited: dict[int | None, Decimal] = {}
        for one in facts.credits:
            if one.unit == unit:
                credited[one.partner_id] = credited.get(one.partner_id, Decimal(0)) + one.credited
        beyond = {p: a - credited.get(p, Decimal(0)) for p, a in received.items()}
        beyond = {p: a for p, a in beyond.items() if a > settings["share"] * received[p]}
        if not beyond:
            continue
        ordered = sorted(beyond, key=lambda p: (-beyond[p], facts.partner_name(p)))
        whole = sum(beyond.values(), Decimal(0))
        lines = [
            told(
                "{partner}: {beyond} of {received}",
                partner=facts.partner_name(p), beyond=money(beyond[p], unit), received=money(received[p], unit),
            )
            for p in ordered
        ]  # fmt: skip
        yield Draft(
            title=told("In-kind contributions count as received without a credit event"),
            criteria=told(
                "What is received in kind should be credited by an event; at most {share} may not be",
                share=percent(settings["share"]),
            ),
            condition=told(
                "Of {partners} of {every} that brought something in kind, more is recorded as received than credit "
                "events have credited: {list}.",
                partners=counted_words(len(beyond), "{n} partner", "{n} partners"),
                every=number(len(received)),
                list=listed(lines),
            ),
            effect=told("{whole} counts as received on the record of the receipt alone.", whole=money(whole, unit)),
            seen=tuple(f"{p} {received[p]} {beyond[p]} {unit}" for p in ordered),
            figures=(figure_id(facts, "credit-credited", unit=unit),),
        )


CRITERION = Criterion("in_kind_uncredited", "Credit events of in-kind receipts", ("share",), _check, is_of_project=True)
