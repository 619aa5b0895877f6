"""The table of reports."""

from __future__ import annotations

from collabdesk.storage.columns import day, noun_table, ref, text

TABLE = noun_table(
    "report",
    ref("project"),
    ref("audit"),
    text("code"),
    text("title"),
    text("outline"),
    day("as_of"),
    text("issued_at"),
    text("digest"),
    text("pdf_sha256"),
    text("figures"),
    text("chapters"),
    text("settings"),
    text("language"),
    text("addressee"),
    text("reviewed_by"),
    text("signed_by"),
    text("signed_at"),
    text("supersedes"),
    text("signature"),
    text("status"),
    index=("code",),
)
