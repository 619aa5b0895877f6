"""Export classes without their list."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="export_list_missing",
    title=told("Export classes without their list"),
    should=told("An export class should be recorded with the list that it is of and the list's date"),
    effect=told("Lists change about every year: without its list a class cannot be looked up."),
    counted=lambda n: counted_words(n, "{n} dataset", "{n} datasets"),
    figures=("datasets",),
).criterion()
