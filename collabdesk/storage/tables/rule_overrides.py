"""The table of rule overrides."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, ref, text

TABLE = noun_table(
    "rule_override",
    ref("project"),
    text("name"),
    text("value"),
    text("source"),
    text("reason"),
)
