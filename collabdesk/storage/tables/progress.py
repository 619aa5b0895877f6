"""The table of progress."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, quantity, ref, text

TABLE = noun_table(
    "progress",
    ref("project"),
    text("work_package"),
    day("day"),
    quantity("done"),
    text("note"),
)
