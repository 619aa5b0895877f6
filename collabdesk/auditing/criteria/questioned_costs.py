"""Questioned costs above the threshold for reporting."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import listed, money, number
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    for unit in sorted({f.currency or NO_CURRENCY for f in facts.findings}):
        high = [
            (f.code or f.title, known, likely)
            for f in facts.findings
            if (f.currency or NO_CURRENCY) == unit
            and max(known := f.questioned_known or Decimal(0), likely := f.questioned_likely or Decimal(0))
            > settings["amount"]
        ]
        if not high:
            continue
        high.sort(key=lambda row: (-row[1], -row[2], row[0]))
        whole = sum((known for _, known, _ in high), Decimal(0))
        lines = [_line(*row, unit) for row in high]
        stated = [f for f in facts.findings if (f.currency or NO_CURRENCY) == unit and f.questioned_known is not None]
        yield Draft(
            title=told("Questioned costs above the reporting threshold"),
            criteria=told(
                "Costs questioned above {amount}, known or likely, are to be reported",
                amount=money(settings["amount"], unit),
            ),
            condition=told(
                "{high} of {stated} that state an amount questioned more than that: {list}.",
                high=counted_words(len(high), "{n} finding", "{n} findings"),
                stated=number(max(len(stated), len(high))),
                list=listed(lines),
            ),
            effect=told("{whole} of known questioned costs may have to be repaid.", whole=money(whole, unit)),
            seen=tuple(f"{code} {known} {likely} {unit}" for code, known, likely in high),
            figures=(figure_id(facts, "questioned", unit=unit),),
            questioned_known=whole,
            currency="" if unit == NO_CURRENCY else unit,
        )


def _line(code: str, known: Decimal, likely: Decimal, unit: str) -> str:
    said = {"code": code, "known": money(known, unit)}
    if not likely:
        return told("{code}: {known} known, likely not stated", **said)
    return told("{code}: {known} known, {likely} likely", **said, likely=money(likely, unit))


CRITERION = Criterion("questioned_costs", "Questioned costs", ("amount",), _check, is_pooled=True)
