"""The table of responses."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, ref, text

TABLE = noun_table(
    "response",
    ref("finding"),
    ref("project"),
    text("finding"),
    text("text"),
    text("stance"),
    text("respondent"),
    day("date"),
)
