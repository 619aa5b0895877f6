"""Decisions that the record of their votes contradicts."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="decision_contradiction",
    title=told("Decisions that the record of their votes contradicts"),
    should=told(
        "A decision should be recorded with the quorum, the majority and the days of a veto that the agreement asks for"
    ),
    effect=told(
        "Whether the decision was validly taken cannot be shown from the records; what rests on it may be disputed."
    ),
    counted=lambda n: counted_words(n, "{n} decision", "{n} decisions"),
    figures=("decisions",),
).criterion()
