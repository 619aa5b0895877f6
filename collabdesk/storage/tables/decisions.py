"""The table of decisions."""

from __future__ import annotations

from collabdesk.storage.columns import day, flag, noun_table, quantity, ref, text

TABLE = noun_table(
    "decision",
    ref("project"),
    text("code"),
    text("title"),
    text("body"),
    day("date"),
    flag("on_agenda"),
    flag("in_meeting"),
    quantity("entitled"),
    quantity("present"),
    quantity("in_favour"),
    quantity("against"),
    quantity("abstained"),
    text("veto_by"),
    day("veto_on"),
    text("veto_reason"),
    day("minutes_on"),
    text("text"),
    text("evidence"),
    text("status"),
)
