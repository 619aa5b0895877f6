"""The table of follow ups."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, ref, text

TABLE = noun_table(
    "follow_up",
    ref("audit"),
    ref("finding"),
    ref("project"),
    text("finding"),
    text("outcome"),
    text("text"),
    text("repeated_in"),
    text("checked_by"),
    day("checked_on"),
)
