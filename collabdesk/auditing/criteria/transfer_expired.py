"""Transfers whose approval expired."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="transfer_expired",
    title=told("Transfers whose approval expired"),
    should=told("A transfer should be done while its approval holds"),
    effect=told("The transfer has no approval that holds in the records."),
    counted=lambda n: counted_words(n, "{n} transfer", "{n} transfers"),
    figures=("transfers-expired", "transfers-open"),
).criterion()
