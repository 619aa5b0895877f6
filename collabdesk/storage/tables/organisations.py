"""The table of organisations."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, text

TABLE = noun_table(
    "organisation",
    text("name"),
    text("address"),
    text("language"),
    text("accent"),
    text("second"),
    text("logo_name"),
    text("logo_sha256"),
    text("author"),
    text("addressee"),
    text("distribution"),
)
