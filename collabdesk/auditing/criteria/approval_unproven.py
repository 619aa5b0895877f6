"""Approvals of datasets without a document."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="approval_unproven",
    title=told("Approvals of datasets without a document"),
    should=told("An approval should be on record with its document"),
    effect=told("The approval cannot be shown to anybody who asks for it."),
    counted=lambda n: counted_words(n, "{n} dataset", "{n} datasets"),
    figures=("datasets",),
).criterion()
