"""Datasets with codes of use that are in no list."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="duo_unlisted",
    title=told("Datasets with codes of use that are in no list"),
    should=told("Codes of data use should be those of the published list"),
    effect=told("Others cannot tell from these codes what the data may be used for."),
    counted=lambda n: counted_words(n, "{n} dataset", "{n} datasets"),
    figures=("datasets",),
).criterion()
