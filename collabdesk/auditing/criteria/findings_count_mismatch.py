"""Awards that declare another number of findings than is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts, total
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import plainly


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    declared = total([a.declared for a in facts.awards])
    recorded = Decimal(sum(1 for f in facts.findings if f.award or f.award_id))
    if declared is None or abs(declared - recorded) <= settings["tolerance"]:
        return
    yield Draft(
        title="Declared and recorded findings contradict each other",
        criteria="The findings recorded for the awards should be as many as the awards declare",
        condition=f"The awards declare {plainly(declared)} findings in all; {plainly(recorded)} are recorded.",
        effect="Findings may be missing from the records, or be counted twice.",
        seen=(f"{declared} {recorded}",),
        figures=(figure_id(facts, "findings"),),
    )


CRITERION = Criterion(
    "findings_count_mismatch", "Declared against recorded findings", ("tolerance",), _check, is_pooled=True
)
