"""Clauses whose review is due."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="clause_review_due",
    title=told("Clauses whose review is due"),
    should=told("A clause of the agreement should be looked at again by the day recorded for it"),
    effect=told("The clause may no longer say what the parties need; nobody recorded that it was looked at."),
    counted=lambda n: counted_words(n, "{n} clause", "{n} clauses"),
    figures=("clauses-due", "clauses"),
).criterion()
