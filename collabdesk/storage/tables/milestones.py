"""The table of milestones."""

from __future__ import annotations

from collabdesk.storage.columns import day, flag, noun_table, quantity, ref, text

TABLE = noun_table(
    "milestone",
    ref("project"),
    text("code"),
    text("title"),
    text("work_package"),
    text("lead"),
    day("start"),
    day("baseline"),
    day("forecast"),
    day("achieved"),
    text("status"),
    text("funder_status"),
    flag("critical"),
    text("verification"),
    text("predecessors"),
    text("successors"),
    text("delay_reason"),
    quantity("variance_days"),
    quantity("weight"),
)
