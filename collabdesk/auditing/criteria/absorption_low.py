"""Spending that lags behind the time that has passed."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.budget_use import budget_use, units
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import money, percent
from collabdesk.domain.dates import in_words
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
            title="Budget absorption lags behind elapsed time",
            criteria="Spending should not lag behind elapsed time by more than "
            f"{percent(settings['lag'])} of the budget",
            condition=f"By {facts.day}, {percent(passed)} of the duration "
            f"({in_words(project.start or '')} to {in_words(project.end or '')}) had passed, while {percent(spent)} "
            f"of the budget had been expended: {money(use.expended, unit)} of {money(use.budget, unit)}.",
            effect=f"At an even pace {money(behind, unit)} more would have been expended; planned work may be late, "
            "or funds may remain unused at the end.",
            seen=(f"expended {use.expended} {unit}", f"budget {use.budget}", f"{project.start} {project.end}"),
            figures=(figure_id(facts, "absorption", unit=unit), figure_id(facts, "elapsed")),
        )


CRITERION = Criterion("absorption_low", "Budget absorption against elapsed time", ("lag",), _check)
