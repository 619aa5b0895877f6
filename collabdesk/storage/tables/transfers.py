"""The table of transfers."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, ref, text

TABLE = noun_table(
    "transfer",
    ref("project"),
    ref("dataset"),
    text("code"),
    text("dataset"),
    text("title"),
    text("from_country"),
    text("to_country"),
    text("recipient"),
    text("mechanism"),
    text("licence"),
    day("approved_on"),
    day("expires"),
    day("date"),
    text("evidence"),
    text("status"),
)
