"""Decisions without a record of their votes."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="decision_unrecorded",
    title=told("Decisions without a record of their votes"),
    should=told("An adopted decision should be recorded with its day, body and votes"),
    effect=told("Quorum and majority of these decisions cannot be computed."),
    counted=lambda n: counted_words(n, "{n} decision", "{n} decisions"),
    figures=("decisions",),
).criterion()
