"""The table of partners' other names."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, ref, text

TABLE = noun_table(
    "partner_name",
    ref("partner"),
    text("name"),
    text("code"),
    text("verdict"),
    text("decided_at"),
    text("decided_by"),
    index=("name", "code"),
)
