"""The table of objectives."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, ref, text

TABLE = noun_table(
    "objective",
    ref("audit"),
    text("code"),
    text("text"),
    text("conclusion"),
    text("rating"),
)
