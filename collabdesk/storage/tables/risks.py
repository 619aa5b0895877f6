"""The table of risks."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, ref, text

TABLE = noun_table(
    "risk",
    ref("project"),
    text("code"),
    text("title"),
    text("category"),
    text("likelihood"),
    text("impact"),
    text("response"),
)
