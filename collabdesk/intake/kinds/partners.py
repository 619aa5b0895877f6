"""Lists of organisations: one row is one partner, with its identifiers and address."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="partner",
    noun="partner",
    nouns=("partner",),
    signs=(
        ("partner.name", "partner.code"),
        ("partner.name", "partner.street"),
        ("partner.name", "partner.country"),
        ("partner.name", "partner.kind"),
        ("partner.name", "partner.vat"),
        ("partner.name", "partner.postcode"),
        ("partner.code", "partner.vat"),
        ("partner.name", "partner.email"),
    ),
    key=("partner.code", "partner.name"),
    typical=frozenset({"partner.name", "partner.street", "partner.vat", "partner.postcode", "partner.kind"}),
    reads={
        "*.title": "partner.name",
        "*.type": "partner.kind",
        "*.category": "partner.kind",
        "*.partner_code": "partner.code",
        "project.coordinator": "partner.name",
        "project.country": "partner.country",
        "project.region": "partner.region",
        "project.city": "partner.city",
        "project.postcode": "partner.postcode",
        "project.url": "partner.url",
        "project.lead": "partner.contact",
        "*.lead": "partner.contact",
    },
    many=frozenset({"partner.street", "partner.postcode", "partner.contact"}),
)
