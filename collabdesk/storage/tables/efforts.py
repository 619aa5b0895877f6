"""The table of efforts."""

from __future__ import annotations

from collabdesk.storage.columns import amount, day, noun_table, quantity, ref, text

TABLE = noun_table(
    "effort",
    ref("project"),
    ref("partner"),
    text("person"),
    text("category"),
    text("work_package"),
    day("month"),
    quantity("days"),
    quantity("working_time"),
    amount("cost"),
    text("currency"),
    day("signed_on"),
    text("declared_in"),
    text("status"),
)
