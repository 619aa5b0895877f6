"""Budget transfers beyond the limit of the funder's rules."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import money, percent, sentences
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    version = facts.budgets.version if facts.budgets else None
    for one in facts.budgets.moved if facts.budgets else ():
        # A version that an amendment approved is what the funder agreed to: its transfers need no further leave.
        if one.limit is None or one.budget <= 0 or (version is not None and version.amendment):
            continue
        share = one.moved / one.budget
        if share <= one.limit + settings["tolerance"]:
            continue
        yield Draft(
            title=told("Budget transfers exceed the limit without an amendment"),
            criteria=sentences(
                told(
                    "Transfers between budget lines should keep within {limit} of the budget ({pack}: {source})",
                    limit=percent(one.limit), pack=one.rule_pack, source=one.limit_source,
                ),
                "" if one.is_confirmed else told("– unconfirmed in the rule pack"),
            ),
            condition=told(
                "Since {since}, {transfers} moved {moved} of {budget} ({share}); no amendment is recorded for the "
                "budget in force.",
                since=one.since, transfers=counted_words(len(one.ids), "{n} transfer", "{n} transfers"),
                moved=money(one.moved, one.unit), budget=money(one.budget, one.unit), share=percent(share),
            ),
            effect=told(
                "{over} was moved beyond the limit; costs on these lines may be rejected.",
                over=money(one.moved - one.limit * one.budget, one.unit),
            ),
            seen=(f"{one.moved} {one.budget} {one.limit} {one.unit}",),
            figures=(figure_id(facts, "transfer-share", unit=one.unit), figure_id(facts, "transferred", unit=one.unit)),
        )  # fmt: skip


CRITERION = Criterion(
    "transfer_over_limit", "Transfers within the funder's limit", ("tolerance",), _check, is_of_project=True
)
