"""The table of funders."""

from __future__ import annotations

from collabdesk.storage.columns import noun_table, text

TABLE = noun_table(
    "funder",
    text("name"),
    text("programme"),
    text("kind"),
    text("currency"),
    text("country"),
)
