"""The table of batches."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, text, whole

TABLE = noun_table(
    "batch",
    text("at"),
    text("by"),
    text("label"),
    text("status"),
    whole("rows_read"),
    whole("rows_accepted"),
    whole("rows_set_aside"),
    whole("rows_rejected"),
)
