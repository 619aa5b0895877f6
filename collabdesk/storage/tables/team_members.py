"""The table of team members."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, ref, text

TABLE = noun_table(
    "team_member",
    ref("audit"),
    text("name"),
    text("role"),
    text("organisation"),
    text("interests"),
    day("declared_on"),
)
