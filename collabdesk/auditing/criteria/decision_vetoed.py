"""Vetoed decisions without a resolution."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="decision_vetoed",
    title=told("Vetoed decisions without a resolution"),
    should=told("A veto should be resolved by the parties, and the resolution recorded"),
    effect=told("The matter is open; work that depends on the decision has no ground in the agreement."),
    counted=lambda n: counted_words(n, "{n} decision", "{n} decisions"),
    figures=("decisions-vetoed",),
).criterion()
