"""One partner on whom the project depends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.concentration import units
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import money, number, percent
from collabdesk.domain.told import told
from collabdesk.measures.shares import share


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    for unit, _ in units(facts, "amount"):
        amounts: dict[int, Decimal] = defaultdict(Decimal)
        for c in facts.contributions:
            if c.unit == unit and c.amount is not None and c.partner_id is not None:
                amounts[c.partner_id] += c.amount
        whole = sum(amounts.values(), Decimal(0))
        if len(amounts) < settings["partners"]:
            continue
        partner = max(amounts, key=lambda key: (amounts[key], -key))
        part = share(amounts[partner], whole).value
        if part is None or part <= settings["share"]:
            continue
        yield Draft(
            title=told("The project depends on a single partner"),
            criteria=told(
                "No single partner should hold more than {share} of the funder's contribution without a plan for its "
                "withdrawal",
                share=percent(settings["share"]),
            ),
            condition=told(
                "{partner} holds {amount} of {whole} ({share}) among {n} partners.",
                partner=facts.partner_name(partner),
                amount=money(amounts[partner], unit),
                whole=money(whole, unit),
                share=percent(part),
                n=number(len(amounts)),
            ),
            effect=told(
                "If it withdraws, {amount} of work has to be placed elsewhere.", amount=money(amounts[partner], unit)
            ),
            seen=(f"{partner} {amounts[partner]} {whole} {unit}",),
            figures=(figure_id(facts, "share", f"p{partner}", unit),),
        )


CRITERION = Criterion("single_partner", "Dependency on a single partner", ("share", "partners"), _check)
