"""The table of credit events."""

from __future__ import annotations

from collabdesk.storage.columns import amount, day, noun_table, ref, text

TABLE = noun_table(
    "credit_event",
    ref("project"),
    ref("partner"),
    ref("contribution"),
    text("code"),
    text("title"),
    text("milestone_code"),
    day("due"),
    amount("amount"),
    text("currency"),
    text("unit_of_account"),
    day("credited_on"),
    text("evidence"),
    text("status"),
)
