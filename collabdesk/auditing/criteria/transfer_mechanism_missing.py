"""Transfers of personal data without a mechanism on record."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="transfer_mechanism_missing",
    title=told("Transfers of personal data without a mechanism on record"),
    should=told("A transfer of personal data to another country should be recorded with its mechanism"),
    effect=told("On which ground the data went, or go, cannot be shown from the records."),
    counted=lambda n: counted_words(n, "{n} transfer", "{n} transfers"),
    figures=("transfers",),
).criterion()
