"""The table of budgets."""

from __future__ import annotations

from collabdesk.storage.columns import amount, link, noun_table, quantity, ref, text

TABLE = noun_table(
    "budget",
    ref("project"),
    ref("partner"),
    text("work_package"),
    text("category"),
    text("description"),
    text("period"),
    amount("amount"),
    quantity("units"),
    amount("unit_price"),
    quantity("person_months"),
    amount("indirect"),
    text("currency"),
    text("basis"),
    ref("budget_version"),
    link("budget"),
)
