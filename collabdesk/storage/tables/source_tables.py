"""The table of source tables."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, ref, text

TABLE = noun_table(
    "source_table",
    ref("source_file", "file_id"),
    text("sheet"),
    text("kind"),
    text("layout"),
    text("mapping"),
    text("account"),
)
