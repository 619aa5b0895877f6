"""The table of source files."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, text, whole

TABLE = noun_table(
    "source_file",
    text("name"),
    text("sha256"),
    whole("size"),
    index=("sha256",),
)
