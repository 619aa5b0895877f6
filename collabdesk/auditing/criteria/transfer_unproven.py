"""Transfers without a document."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="transfer_unproven",
    title=told("Transfers without a document"),
    should=told("A licence or clauses of transfer should be on record with their document"),
    effect=told("What is recorded cannot be shown to anybody who asks for it."),
    counted=lambda n: counted_words(n, "{n} transfer", "{n} transfers"),
    figures=("transfers",),
).criterion()
