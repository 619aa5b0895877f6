"""The table of ratings."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, ref, text

TABLE = noun_table(
    "rating",
    ref("audit"),
    text("dimension"),
    text("rating"),
    text("reason"),
)
