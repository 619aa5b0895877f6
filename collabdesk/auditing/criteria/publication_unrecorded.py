"""Publications without licence, repository or day of access."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="publication_unrecorded",
    title=told("Publications without licence, repository or day of access"),
    should=told("A publication should be recorded with its licence, its repository and the days until open access"),
    effect=told("Whether the publication was open in time cannot be shown from the records."),
    counted=lambda n: counted_words(n, "{n} publication", "{n} publications"),
    figures=("assets-publication",),
).criterion()
