"""The table of participations."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, quantity, ref, text

TABLE = noun_table(
    "participation",
    ref("project"),
    ref("partner"),
    text("code"),
    text("role"),
    text("order"),
    text("status"),
    text("funder_status"),
    text("lead"),
    text("end"),
    quantity("funding_rate"),
    quantity("votes"),
)
