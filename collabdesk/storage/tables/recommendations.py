"""The table of recommendations."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, ref, text

TABLE = noun_table(
    "recommendation",
    ref("finding"),
    ref("project"),
    text("finding"),
    text("form"),
    text("text"),
    text("addressee"),
    text("contact"),
    day("due"),
    text("priority"),
    text("code"),
    text("note"),
    text("verified_by"),
    text("status"),
)
