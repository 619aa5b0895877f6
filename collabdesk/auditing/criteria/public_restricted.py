"""Public deliverables linked to restricted assets."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="public_restricted",
    title=told("Public deliverables linked to restricted assets"),
    should=told("A public deliverable should not be linked to what is recorded as restricted"),
    effect=told("Handing it in could make public what the parties recorded as restricted, or its level is wrong."),
    counted=lambda n: counted_words(n, "{n} deliverable", "{n} deliverables"),
    figures=("deliverables",),
).criterion()
