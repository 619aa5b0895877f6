"""The table of baselines."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, ref, text

TABLE = noun_table(
    "baseline",
    ref("project"),
    text("code"),
    text("title"),
    text("status"),
    day("frozen_on"),
    text("reason"),
    text("decision"),
    day("decided_on"),
)
