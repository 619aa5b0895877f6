"""The table of baseline lines."""

from __future__ import annotations

from collabdesk.storage.columns import amount, day, noun_table, quantity, ref, text

TABLE = noun_table(
    "baseline_line",
    ref("project"),
    ref("baseline"),
    text("subject"),
    text("code"),
    text("title"),
    day("start"),
    day("end"),
    quantity("person_months"),
    amount("cost"),
    text("currency"),
)
