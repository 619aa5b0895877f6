"""Datasets whose use or approval expired."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="dataset_expired",
    title=told("Datasets whose use or approval expired"),
    should=told(
        "A dataset should not be kept in use after the day until which it may be used, or after its approval expired"
    ),
    effect=told("Further use has no ground in the records."),
    counted=lambda n: counted_words(n, "{n} dataset", "{n} datasets"),
    figures=("datasets-expired", "datasets"),
).criterion()
