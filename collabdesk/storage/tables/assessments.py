"""The table of assessments."""

from __future__ import annotations

from collabdesk.storage.columns import amount, day, noun_table, ref, text

TABLE = noun_table(
    "assessment",
    ref("project"),
    text("year"),
    text("title"),
    amount("total"),
    text("currency"),
    day("due"),
)
