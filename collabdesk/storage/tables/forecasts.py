"""The table of forecasts."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, ref, text

TABLE = noun_table(
    "forecast",
    ref("project"),
    text("subject"),
    text("code"),
    day("reported_on"),
    day("forecast"),
    text("reason"),
)
