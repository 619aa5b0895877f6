"""The table of evidence."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, ref, text

TABLE = noun_table(
    "evidence",
    ref("project"),
    text("subject"),
    text("code"),
    text("title"),
    text("file_name"),
    text("sha256"),
    text("kind"),
    text("custodian"),
    day("received_on"),
    text("note"),
)
