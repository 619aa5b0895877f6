"""The table of profiles."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, text

TABLE = noun_table(
    "profile",
    text("name"),
    text("funder"),
    text("content"),
    text("confirmed_at"),
    text("confirmed_by"),
    index=("name",),
)
