"""The table of own outlines."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, text

TABLE = noun_table(
    "own_outline",
    text("code"),
    text("title"),
    text("base"),
    text("content"),
)
