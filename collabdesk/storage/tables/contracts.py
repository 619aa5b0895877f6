"""The table of contracts."""

from __future__ import annotations

from collabdesk.storage.columns import amount, day, noun_table, quantity, ref, text

TABLE = noun_table(
    "contract",
    ref("project"),
    ref("partner"),
    text("code"),
    text("title"),
    text("supplier"),
    text("country"),
    amount("amount"),
    text("currency"),
    quantity("weight"),
    day("signed_on"),
)
