"""The table of exchange rates."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, quantity, ref, text

TABLE = noun_table(
    "exchange_rate",
    ref("project"),
    text("series"),
    text("base"),
    text("quote"),
    text("kind"),
    day("start"),
    day("end"),
    quantity("rate"),
    text("source"),
)
