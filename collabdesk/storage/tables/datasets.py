"""The table of datasets."""

from __future__ import annotations

from collabdesk.storage.columns import day, flag, noun_table, ref, text

TABLE = noun_table(
    "dataset",
    ref("project"),
    ref("partner"),
    text("code"),
    text("title"),
    text("kind"),
    text("duo"),
    text("jurisdiction"),
    text("localisation"),
    text("permitted"),
    flag("is_personal"),
    text("export_class"),
    text("export_list"),
    text("access"),
    text("approvals"),
    day("approval_expires"),
    day("usable_until"),
    text("licence"),
    text("deliverable"),
    text("evidence"),
)
