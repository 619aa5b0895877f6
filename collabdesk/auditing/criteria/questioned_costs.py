"""Questioned costs above the threshold for reporting."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import count, listed, money
from collabdesk.domain.money import NO_CURRENCY


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
        lines = [f"{code}: {money(known, unit)} known, {_likely(likely, unit)}" for code, known, likely in high]
        yield Draft(
            title="Questioned costs above the reporting threshold",
            criteria=f"Costs questioned above {money(settings['amount'], unit)}, known or likely, are to be reported",
            condition=f"{count(len(high), 'finding')} questioned more than that: {listed(lines)}.",
            effect=f"{money(whole, unit)} of known questioned costs may have to be repaid.",
            seen=tuple(f"{code} {known} {likely} {unit}" for code, known, likely in high),
            figures=(figure_id(facts, "questioned", unit=unit),),
            questioned_known=whole,
            currency="" if unit == NO_CURRENCY else unit,
        )


def _likely(amount: Decimal, unit: str) -> str:
    return f"{money(amount, unit)} likely" if amount else "likely not stated"


CRITERION = Criterion("questioned_costs", "Questioned costs", ("amount",), _check, is_pooled=True)
