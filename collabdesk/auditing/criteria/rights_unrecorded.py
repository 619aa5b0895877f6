"""Background and results without owner or terms of access."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="rights_unrecorded",
    title=told("Background and results without owner or terms of access"),
    should=told("Background and results should be recorded with their owner and the terms of access"),
    effect=told("Who may use what, and on which terms, cannot be shown from the records."),
    counted=lambda n: counted_words(n, "{n} asset", "{n} assets"),
    figures=("assets-background", "assets-result"),
).criterion()
