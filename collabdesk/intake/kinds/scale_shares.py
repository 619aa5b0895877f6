"""Scales of contributions: one row is one member's share in a year."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="scale_share",
    noun="scale_share",
    nouns=("scale_share", "partner", "project"),
    signs=(
        ("scale_share.share", "scale_share.year"),
        ("scale_share.base", "scale_share.year"),
        ("scale_share.share", "partner.name"),
    ),
    key=("project.code", "partner.name", "scale_share.country", "scale_share.year"),
    typical=frozenset({"scale_share.share", "scale_share.base"}),
    reads={
        "project.coordinator": "partner.name",
        "*.partner_code": "partner.code",
        "*.lead": "partner.name",
        "participation.lead": None,
        "budget.period": "scale_share.year",
        "*.country": "scale_share.country",
        "partner.country": "scale_share.country",
        "project.country": "scale_share.country",
        "*.currency": "scale_share.currency",
        "project.currency": "scale_share.currency",
    },
)
