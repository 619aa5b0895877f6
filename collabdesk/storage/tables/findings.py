"""The table of findings."""

from __future__ import annotations

from collabdesk.storage.columns import amount, day, flag, noun_table, ref, text

TABLE = noun_table(
    "finding",
    ref("audit"),
    ref("project"),
    ref("award"),
    text("award"),
    text("code"),
    text("title"),
    text("criterion"),
    text("facts"),
    text("figures"),
    text("criteria"),
    text("condition"),
    text("cause"),
    text("effect"),
    text("text"),
    text("severity"),
    amount("questioned_known"),
    amount("questioned_likely"),
    text("currency"),
    text("requirement"),
    flag("modified_opinion"),
    flag("other_matters"),
    flag("material_weakness"),
    flag("significant_deficiency"),
    flag("other"),
    flag("questioned_cost"),
    flag("repeat"),
    text("prior_code"),
    text("dismissed_because"),
    text("objective"),
    text("owner"),
    text("verified_by"),
    day("verified_on"),
    text("status"),
)
