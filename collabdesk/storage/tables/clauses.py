"""The table of clauses."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, ref, text

TABLE = noun_table(
    "clause",
    ref("project"),
    text("code"),
    text("type"),
    text("title"),
    text("text"),
    text("reference"),
    day("effective"),
    day("review_on"),
    text("evidence"),
    text("note"),
)
