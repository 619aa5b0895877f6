"""The table of criteria set files."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, text

TABLE = noun_table(
    "criteria_set",
    text("code"),
    text("title"),
    text("content"),
    text("loaded_at"),
    text("loaded_by"),
)
