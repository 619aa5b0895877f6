"""Projects without a budget on record."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.budget_use import budget_use, units
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import money


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None or facts.project.funding is not None or facts.awards:
        return
    uses = [budget_use(facts, unit) for unit in units(facts)]
    if any(use.budget is not None for use in uses):
        return
    spent = [money(use.expended, use.unit) for use in uses if use.expended is not None]
    yield Draft(
        title="No budget is recorded",
        criteria="Each project should have a budget against which its expenditure can be judged",
        condition="Neither budget lines nor a total cost nor a funding amount are recorded for the project"
        + (f", while {' and '.join(spent)} of expenditure are." if spent else "."),
        effect="Economy and budget absorption cannot be assessed.",
        severity="high" if spent else settings.severity,
        seen=tuple(spent),
        figures=tuple(figure_id(facts, "absorption", unit=use.unit) for use in uses),
    )


CRITERION = Criterion("budget_missing", "Budget on record", (), _check)
