"""Costs of days before the project began or after it ended."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, money, number
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    project = facts.project
    if project is None or facts.books is None:
        return
    for one in facts.books.outside or ():
        if abs(one.amount) <= settings["amount"]:
            continue
        yield Draft(
            title=told("Costs are dated outside the project"),
            criteria=told("Costs should be incurred between the first and the last day of the project"),
            condition=told(
                "{items} of {every} in {unit} are dated before the project began ({start}) or after it ended ({end}), "
                "from {first} to {last}: {amount}.",
                items=counted_words(one.records, "{n} cost item", "{n} cost items"),
                every=number(one.every),
                unit=one.unit,
                start=day(project.start) if project.start else told("not recorded"),
                end=day(project.end) if project.end else told("not recorded"),
                first=day(one.days[0]),
                last=day(one.days[-1]),
                amount=money(one.amount, one.unit),
            ),
            effect=told(
                "{amount} may not be eligible, unless the agreement allows costs of these days.",
                amount=money(one.amount, one.unit),
            ),
            seen=(f"{one.amount} {one.unit} {one.records} {project.start} {project.end}", *one.days),
            figures=(figure_id(facts, "cost-outside", unit=one.unit),),
        )


CRITERION = Criterion("cost_outside", "Costs outside the project's days", ("amount",), _check, is_of_project=True)
