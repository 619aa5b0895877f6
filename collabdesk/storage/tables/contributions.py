"""The table of contributions."""

from __future__ import annotations

from collabdesk.storage.columns import amount, day, link, noun_table, quantity, ref, text

TABLE = noun_table(
    "contribution",
    ref("project"),
    ref("partner"),
    link("participation"),
    text("form"),
    text("title"),
    amount("amount"),
    amount("net_amount"),
    amount("total_cost"),
    amount("own"),
    amount("public"),
    amount("private"),
    amount("in_kind"),
    amount("other_fund"),
    quantity("rate"),
    amount("pledged"),
    amount("called"),
    amount("received"),
    day("due"),
    day("received_on"),
    text("milestone_code"),
    text("currency"),
    text("unit_of_account"),
    text("purpose"),
    text("year"),
)
