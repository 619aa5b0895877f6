"""The table of audits."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, ref, text

TABLE = noun_table(
    "audit",
    ref("project"),
    text("title"),
    day("as_of"),
    day("period_start"),
    day("period_end"),
    text("objectives"),
    text("scope"),
    text("criteria_set"),
    text("team"),
    text("limitations"),
    text("methodology"),
    text("independence"),
    text("addressee"),
    text("distribution"),
    text("status"),
)
