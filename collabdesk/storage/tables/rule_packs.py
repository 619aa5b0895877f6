"""The table of rule packs."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, text

TABLE = noun_table(
    "rule_pack",
    text("code"),
    text("title"),
    text("content"),
    text("loaded_at"),
    text("loaded_by"),
    index=("code",),
)
