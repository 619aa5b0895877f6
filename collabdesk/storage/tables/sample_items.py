"""The table of sample items."""

from __future__ import annotations

from collabdesk.storage.columns import amount, flag, noun_table, ref, text, whole

TABLE = noun_table(
    "sample_item",
    ref("sample"),
    ref("cost"),
    whole("position"),
    text("reference"),
    text("description"),
    text("partner"),
    amount("book"),
    amount("audited"),
    text("currency"),
    whole("hits"),
    flag("is_certain"),
    text("explanation"),
    text("finding"),
    text("evidence"),
)
