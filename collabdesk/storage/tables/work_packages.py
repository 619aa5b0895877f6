"""The table of work packages."""

from __future__ import annotations

from collabdesk.storage.columns import amount, day, noun_table, quantity, ref, text

TABLE = noun_table(
    "work_package",
    ref("project"),
    text("code"),
    text("title"),
    text("lead"),
    day("start"),
    day("end"),
    quantity("person_months"),
    text("technique"),
    text("parent"),
    text("predecessors"),
    day("forecast_start"),
    day("forecast_end"),
    day("actual_start"),
    day("actual_end"),
    amount("cost"),
    text("currency"),
)
