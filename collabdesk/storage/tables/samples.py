"""The table of samples."""

from __future__ import annotations

from collabdesk.storage.columns import amount, day, noun_table, quantity, ref, text, whole

TABLE = noun_table(
    "sample",
    ref("audit"),
    ref("project"),
    text("code"),
    text("title"),
    text("method"),
    text("population"),
    text("restriction"),
    text("order"),
    text("currency"),
    text("seed"),
    quantity("random_start"),
    amount("interval"),
    amount("book_value"),
    whole("population_count"),
    text("population_sha256"),
    whole("size"),
    quantity("confidence"),
    quantity("tolerable"),
    quantity("expected"),
    day("drawn_on"),
    text("excluded"),
    text("conclusion"),
)
