"""The table of payments."""

from __future__ import annotations

from collabdesk.storage.columns import amount, day, noun_table, ref, text

TABLE = noun_table(
    "payment",
    ref("project"),
    ref("partner"),
    ref("payment"),
    text("code"),
    text("kind"),
    text("title"),
    text("period"),
    day("expected_on"),
    amount("expected"),
    day("received_on"),
    amount("received"),
    text("currency"),
    text("status"),
)
