"""Awards that declare another number of findings than is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts, total
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import number
from collabdesk.domain.told import told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    declared = total([a.declared for a in facts.awards])
    # A schedule of prior findings stands beside those of the year; awards declare those of the year.
    years = [f.code[:4] for f in facts.findings if re.match(r"[12]\d{3}-", f.code)]
    latest = max(years, default="")
    recorded = Decimal(sum(1 for f in facts.findings if f.code.startswith(latest)))
    if declared is None or abs(declared - recorded) <= settings["tolerance"]:
        return
    yield Draft(
        title=told("Declared and recorded findings contradict each other"),
        criteria=told("The findings recorded for the awards should be as many as the awards declare"),
        condition=_condition(declared, recorded, latest),
        effect=told("Findings may be missing from the records, or be counted twice."),
        seen=(f"{declared} {recorded}",),
        figures=(figure_id(facts, "findings"),),
    )


def _condition(declared: Decimal, recorded: Decimal, year: str) -> str:
    both = {"declared": number(declared), "recorded": number(recorded)}
    if not year:
        return told("The awards declare {declared} findings in all; {recorded} are recorded.", **both)
    return told("The awards declare {declared} findings in all; {recorded} are recorded for {year}.", **both, year=year)


CRITERION = Criterion(
    "findings_count_mismatch", "Declared against recorded findings", ("tolerance",), _check, is_pooled=True
)
