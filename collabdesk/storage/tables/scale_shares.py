"""The table of scale shares."""

from __future__ import annotations

from collabdesk.storage.columns import amount, noun_table, quantity, ref, text

TABLE = noun_table(
    "scale_share",
    ref("project"),
    ref("partner"),
    text("country"),
    text("year"),
    quantity("share"),
    amount("base"),
    text("currency"),
    text("source"),
)
