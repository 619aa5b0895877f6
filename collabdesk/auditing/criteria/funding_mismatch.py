"""Partners' contributions that do not sum to the project's funding."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts, total
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import money, percent
from collabdesk.measures.reconciliation import difference


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    project = facts.project
    if project is None or not project.funding:
        return
    unit = project.currency
    parts = total([c.amount for c in facts.contributions if c.unit == unit and not c.has_account])
    off = difference(parts, project.funding).value
    if off is None or parts is None or abs(off) <= settings["amount"]:
        return
    yield Draft(
        title="Partners' contributions and the project's funding contradict each other",
        criteria="The contributions of all partners should sum to the funding stated for the project, within "
        f"{money(settings['amount'], unit)}",
        condition=f"The partners' contributions sum to {money(parts, unit)}, the funding stated is "
        f"{money(project.funding, unit)}: the sum is {money(abs(off), unit)} "
        f"({percent(abs(off) / project.funding)}) {'higher' if off > 0 else 'lower'}.",
        effect=f"{money(abs(off), unit)} cannot be attributed; partners may be missing, or one of the two is out of "
        "date.",
        seen=(f"{parts} {project.funding} {unit}",),
        figures=(figure_id(facts, "funding-difference"), figure_id(facts, "funding")),
    )


CRITERION = Criterion("funding_mismatch", "Contributions against the funding", ("amount",), _check)
