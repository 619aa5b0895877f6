"""The table of amendments."""

from __future__ import annotations

from collabdesk.storage.columns import day, flag, noun_table, ref, text

TABLE = noun_table(
    "amendment",
    ref("project"),
    text("code"),
    text("title"),
    day("date"),
    day("effective"),
    text("reason"),
    text("changed"),
    flag("adopts_rules"),
)
