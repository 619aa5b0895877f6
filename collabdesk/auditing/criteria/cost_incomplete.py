"""Cost items that lack what a declaration needs: a day, a partner, a known category, a reporting period."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import number
from collabdesk.domain.told import counted_words, in_a_row, told

_SAID = {
    "no-date": told("without a date"),
    "no-partner": told("without a partner that takes part"),
    "category": told("without a category that the rules know"),
    "work-package": told("of a work package that the plan does not have"),
    "declared-nowhere": told("declared in no reporting period"),
    "after-its-period": told("dated after the period in which they are declared"),
    "unknown-period": told("of a reporting period that there is none of"),
    "in-the-future": told("dated in the future"),
    "accepted-amount": told("accepted without an amount, or beyond what was spent"),
    "no-reason": told("cut without a recorded reason"),
    "rejected-without-reason": told("rejected without a recorded reason"),
}
_OF_THE_WHOLE = frozenset({"no-partner", "work-package"})
_CHANGES_WITH_THE_DAY = "in-the-future"


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    known = facts.cost_facts
    if known is None or not known.cost_problems or not known.costs:
        return
    every = sum(part.records for part in known.costs)
    broken = {code: n for code in _SAID if (n := known.cost_problems.get(code, 0))}
    # What no item at all states, the books do not hold: they are kept for the project as one.
    broken = {code: n for code, n in broken.items() if code not in _OF_THE_WHOLE or n < every}
    if not every or max(broken.values(), default=0) <= every * settings["share"]:
        return
    lines = [told("{n} {how}", n=number(n), how=_SAID[code]) for code, n in broken.items()]
    yield Draft(
        title=told("Cost items lack what a declaration needs"),
        criteria=told("A cost item should state its date, partner, category and reporting period"),
        condition=told(
            "Of {every}: {list}. One item may lack several.",
            every=counted_words(every, "{n} cost item", "{n} cost items"),
            list=in_a_row(lines),
        ),
        effect=told("Until this is mended, these costs cannot be held against budget, rules and periods."),
        seen=tuple(f"{code} {n}" for code, n in broken.items() if code != _CHANGES_WITH_THE_DAY),
        figures=(figure_id(facts, "cost-problems"),),
    )


CRITERION = Criterion("cost_incomplete", "Completeness of cost items", ("share",), _check, is_of_project=True)
