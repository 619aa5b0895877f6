"""Spending that lags behind the time that has passed."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.budget_use import budget_use, units
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, money, percent
from collabdesk.domain.told import told
from collabdesk.measures.absorption import absorption
from collabdesk.measures.elapsed import elapsed


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    project = facts.project
    if project is None:
        return
    passed = elapsed(project.start, project.end, facts.as_of).value
    for unit in units(facts):
        use = budget_use(facts, unit)
        spent = absorption(use.expended, use.budget).value
        if passed is None or spent is None or use.budget is None or use.expended is None:
            continue
        if spent >= passed - settings["lag"]:
            continue
        behind = (passed - spent) * use.budget
        yield Draft(
            title=told("Budget absorption lags behind elapsed time"),
            criteria=told(
                "Spending should not lag behind elapsed time by more than {lag} of the budget",
                lag=percent(settings["lag"]),
            ),
            condition=told(
                "By {day}, {passed} of the duration ({start} to {end}) had passed, while {spent} of the budget had "
                "been expended: {expended} of {budget}.",
                day=day(facts.as_of.isoformat()),
                passed=percent(passed),
                start=day(project.start or ""),
                end=day(project.end or ""),
                spent=percent(spent),
                expended=money(use.expended, unit),
                budget=money(use.budget, unit),
            ),
            effect=told(
                "At an even pace {behind} more would have been expended; planned work may be late, or funds may remain "
                "unused at the end.",
                behind=money(behind, unit),
            ),
            seen=(f"expended {use.expended} {unit}", f"budget {use.budget}", f"{project.start} {project.end}"),
            figures=(figure_id(facts, "absorption", unit=unit), figure_id(facts, "elapsed")),
        )


CRITERION = Criterion("absorption_low", "Budget absorption against elapsed time", ("lag",), _check)
