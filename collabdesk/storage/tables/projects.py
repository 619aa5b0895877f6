"""The table of projects."""

from __future__ import annotations

from collabdesk.storage.columns import amount, day, noun_table, quantity, text

TABLE = noun_table(
    "project",
    text("code"),
    text("acronym"),
    text("title"),
    text("abstract"),
    text("status"),
    text("funder_status"),
    day("start"),
    day("end"),
    quantity("duration_months"),
    day("signed_on"),
    text("programme"),
    text("call"),
    text("action_type"),
    text("funder"),
    amount("total_cost"),
    amount("eligible_cost"),
    amount("funding"),
    quantity("cofunding_rate"),
    amount("cofunding_amount"),
    amount("public_funding"),
    amount("spent"),
    text("currency"),
    text("country"),
    text("region"),
    text("city"),
    text("postcode"),
    text("url"),
    text("doi"),
    text("keywords"),
    text("lead"),
    text("coordinator"),
    text("rule_pack"),
    text("cost_model"),
    quantity("match_ratio"),
    index=("code",),
)
