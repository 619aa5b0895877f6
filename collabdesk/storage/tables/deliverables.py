"""The table of deliverables."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, ref, text

TABLE = noun_table(
    "deliverable",
    ref("project"),
    text("code"),
    text("title"),
    text("description"),
    text("type"),
    text("level"),
    text("work_package"),
    text("lead"),
    day("due"),
    day("submitted_on"),
    text("status"),
    text("funder_status"),
    text("url"),
    day("forecast"),
    text("predecessors"),
    text("dissemination"),
)
