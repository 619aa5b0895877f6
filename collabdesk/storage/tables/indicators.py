"""The table of indicators."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, quantity, ref, text

TABLE = noun_table(
    "indicator",
    ref("project"),
    text("code"),
    text("title"),
    text("type"),
    quantity("target"),
    quantity("actual"),
    text("unit"),
    day("period_start"),
    day("period_end"),
)
