"""Publications with an embargo."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="publication_embargo",
    title=told("Publications with an embargo"),
    should=told("A publication should be open at once, or within the days that the grant allows"),
    effect=told("The funder may reduce the grant for publications that were not open in time."),
    counted=lambda n: counted_words(n, "{n} publication", "{n} publications"),
    figures=("publications-embargo",),
).criterion()
