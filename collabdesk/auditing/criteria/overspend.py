"""Spending above the budget."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.budget_use import budget_use, units
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, money, percent
from collabdesk.domain.told import told
from collabdesk.measures.absorption import absorption


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    for unit in units(facts):
        use = budget_use(facts, unit)
        spent = absorption(use.expended, use.budget).value
        if spent is None or use.budget is None or use.expended is None or spent <= 1 + settings["tolerance"]:
            continue
        yield Draft(
            title=told("Expenditure exceeds the budget"),
            criteria=told(
                "Expenditure should not exceed the budget by more than {tolerance}",
                tolerance=percent(settings["tolerance"]),
            ),
            condition=told(
                "By {day}, {expended} had been expended against a budget of {budget} ({share}).",
                day=day(facts.as_of.isoformat()),
                expended=money(use.expended, unit),
                budget=money(use.budget, unit),
                share=percent(spent),
            ),
            effect=told("{over} has no cover in the budget as recorded.", over=money(use.expended - use.budget, unit)),
            seen=(f"expended {use.expended} {unit}", f"budget {use.budget}"),
            figures=(figure_id(facts, "absorption", unit=unit), figure_id(facts, "balance", unit=unit)),
        )


CRITERION = Criterion("overspend", "Expenditure above the budget", ("tolerance",), _check)
