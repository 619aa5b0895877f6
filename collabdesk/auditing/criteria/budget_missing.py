"""Projects without a budget on record."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.budget_use import budget_use, units
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import money
from collabdesk.domain.told import AmountWords, in_a_row, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None or facts.project.funding is not None or facts.awards:
        return
    uses = [budget_use(facts, unit) for unit in units(facts)]
    if any(use.budget is not None for use in uses):
        return
    spent = [money(use.expended, use.unit) for use in uses if use.expended is not None]
    yield Draft(
        title=told("No budget is recorded"),
        criteria=told("Each project should have a budget against which its expenditure can be judged"),
        condition=_condition(spent),
        effect=told("Economy and budget absorption cannot be assessed."),
        severity="high" if spent else settings.severity,
        seen=tuple(str(amount) for amount in spent),
        figures=tuple(figure_id(facts, "absorption", unit=use.unit) for use in uses),
    )


def _condition(spent: list[AmountWords]) -> str:
    if not spent:
        return told("Neither budget lines nor a total cost nor a funding amount are recorded for the project.")
    return told(
        "Neither budget lines nor a total cost nor a funding amount are recorded for the project, while expenditure "
        "is: {spent}.",
        spent=in_a_row(spent),
    )


CRITERION = Criterion("budget_missing", "Budget on record", (), _check)
