"""The table of costs."""

from __future__ import annotations

from collabdesk.storage.columns import amount, day, link, noun_table, ref, text

TABLE = noun_table(
    "cost",
    ref("project"),
    ref("partner"),
    link("award"),
    text("code"),
    text("category"),
    text("work_package"),
    text("description"),
    day("date"),
    day("period_start"),
    day("period_end"),
    amount("obligated"),
    amount("expended"),
    amount("paid"),
    amount("period_obligated"),
    amount("period_expended"),
    text("currency"),
    text("status"),
)
