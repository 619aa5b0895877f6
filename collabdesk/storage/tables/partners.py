"""The table of partners."""

from __future__ import annotations

from collabdesk.storage.columns import flag, noun_table, text

TABLE = noun_table(
    "partner",
    text("code"),
    text("name"),
    text("short_name"),
    text("vat"),
    text("kind"),
    flag("sme"),
    text("country"),
    text("region"),
    text("city"),
    text("street"),
    text("postcode"),
    text("url"),
    text("email"),
    text("phone"),
    text("contact"),
    index=("code",),
)
