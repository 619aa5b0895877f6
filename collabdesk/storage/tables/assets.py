"""The table of assets."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, quantity, ref, text

TABLE = noun_table(
    "asset",
    ref("project"),
    ref("partner"),
    text("code"),
    text("title"),
    text("form"),
    text("kind"),
    text("owners"),
    text("access"),
    text("restriction"),
    day("exclusive_until"),
    text("protection"),
    text("exploitation"),
    day("produced_on"),
    day("published_on"),
    quantity("embargo_days"),
    text("licence"),
    text("repository"),
    text("deliverable"),
    text("evidence"),
)
