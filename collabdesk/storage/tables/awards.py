"""The table of awards."""

from __future__ import annotations

from collabdesk.storage.columns import amount, day, flag, noun_table, quantity, ref, text

TABLE = noun_table(
    "award",
    ref("project"),
    text("code"),
    text("title"),
    text("type"),
    text("agency"),
    text("programme_code"),
    amount("amount"),
    day("start"),
    day("end"),
    day("date"),
    text("cluster"),
    flag("is_direct"),
    text("pass_through_name"),
    text("pass_through_code"),
    amount("passed_through"),
    flag("is_major"),
    flag("is_loan"),
    amount("loan_balance"),
    quantity("findings_count"),
    text("currency"),
)
