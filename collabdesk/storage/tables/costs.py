"""The table of costs."""

from __future__ import annotations

from collabdesk.storage.columns import amount, day, link, noun_table, quantity, ref, text

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
    quantity("rate"),
    day("rate_date"),
    text("rate_source"),
    text("declared_in"),
    amount("accepted"),
    text("rejected_because"),
    link("cost"),
    quantity("units"),
    amount("unit_price"),
    text("subaward"),
    text("fund"),
    text("evidence"),
)
