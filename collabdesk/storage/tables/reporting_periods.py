"""The table of reporting periods."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, ref, text

TABLE = noun_table(
    "reporting_period",
    ref("project"),
    text("code"),
    text("title"),
    day("start"),
    day("end"),
    day("due"),
    day("submitted_on"),
    day("accepted_on"),
    text("status"),
    text("reopened_because"),
)
