"""The table of restatements."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, ref, text

TABLE = noun_table(
    "restatement",
    ref("report"),
    text("report"),
    text("figure"),
    text("label"),
    text("old"),
    text("new"),
    text("cause"),
    text("noticed_at"),
    text("note"),
)
