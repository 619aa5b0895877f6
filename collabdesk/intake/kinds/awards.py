"""Awards under a programme or a project: sub-awards, assistance listings, loans, pass-through money."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="award",
    noun="award",
    nouns=("award", "cost", "partner", "project"),
    signs=(
        ("award.code", "award.amount"),
        ("award.code", "award.type"),
        ("award.programme_code", "cost.expended"),
        ("award.agency", "cost.expended"),
        ("award.programme_code", "award.title"),
        ("award.is_major",),
        ("award.code", "award.programme_code"),
    ),
    key=("award.code", "award.programme_code"),
    typical=frozenset(
        {
            "award.code",
            "award.amount",
            "award.programme_code",
            "award.is_direct",
            "award.is_major",
            "award.is_loan",
            "award.cluster",
            "award.agency",
            "award.pass_through_name",
        }
    ),
    against=frozenset({"project.abstract", "project.signed_on", "project.doi", "project.call", "project.funder"}),
    reads={
        "*.name": "award.title",
        "*.description": "award.title",
        "*.text": "award.title",
        "*.category": "award.type",
        "*.expended": "cost.expended",
        "*.period_start": "award.start",
        "*.period_end": "award.end",
        "*.partner_code": "partner.code",
        "project.coordinator": "partner.name",
        "project.country": "partner.country",
        "project.region": "partner.region",
        "project.city": "partner.city",
        "project.postcode": "partner.postcode",
        "project.funding": "award.amount",
        "project.programme": "award.title",
        "project.start": "award.start",
        "project.end": "award.end",
        "project.signed_on": "award.date",
    },
    many=frozenset({"partner.street", "partner.postcode"}),
)
