"""The table of budget versions."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, ref, text

TABLE = noun_table(
    "budget_version",
    ref("project"),
    text("code"),
    text("title"),
    text("status"),
    day("effective"),
    text("reason"),
    text("amendment"),
    day("approved_on"),
    text("approved_by"),
)
