"""Partners' contributions that do not sum to the project's funding."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts, total
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import money, percent
from collabdesk.domain.told import counted_words, told
from collabdesk.measures.reconciliation import difference


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    project = facts.project
    if project is None or not project.funding:
        return
    unit = project.currency
    its = [c for c in facts.contributions if c.unit == unit and not c.has_account and c.amount is not None]
    parts = total([c.amount for c in its])
    off = difference(parts, project.funding).value
    if off is None or parts is None or abs(off) <= settings["amount"]:
        return
    yield Draft(
        title=told("Partners' contributions and the project's funding contradict each other"),
        criteria=told(
            "The contributions of all partners should sum to the funding stated for the project, within {amount}",
            amount=money(settings["amount"], unit),
        ),
        condition=told(
            "The contributions of {partners} sum to {parts}, the funding stated is {funding}: the sum is {off} "
            "({share}) {higher}.",
            partners=counted_words(len({c.partner_id for c in its}), "{n} partner", "{n} partners"),
            parts=money(parts, unit),
            funding=money(project.funding, unit),
            off=money(abs(off), unit),
            share=percent(abs(off) / project.funding),
            higher=told("higher") if off > 0 else told("lower"),
        ),
        effect=told(
            "{off} cannot be attributed; partners may be missing, or one of the two is out of date.",
            off=money(abs(off), unit),
        ),
        seen=(f"{parts} {project.funding} {unit}",),
        figures=(figure_id(facts, "funding-difference"), figure_id(facts, "funding")),
    )


CRITERION = Criterion("funding_mismatch", "Contributions against the funding", ("amount",), _check)
