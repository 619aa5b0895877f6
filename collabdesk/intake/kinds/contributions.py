"""Lists of contributions: one row is one partner's pledge, call or payment, in cash or in kind."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="contribution",
    noun="contribution",
    nouns=("contribution", "partner", "project", "participation"),
    signs=(
        ("contribution.form", "contribution.amount"),
        ("contribution.form", "partner.name"),
        ("contribution.pledged", "partner.name"),
        ("contribution.received", "partner.name"),
        ("contribution.called", "partner.name"),
        ("contribution.in_kind", "partner.name"),
        ("contribution.pledged", "partner.country"),
        ("contribution.in_kind", "partner.country"),
        ("contribution.pledged", "contribution.received"),
        ("contribution.pledged", "contribution.title"),
        ("contribution.amount", "contribution.milestone_code"),
        ("contribution.amount", "contribution.due"),
        ("contribution.amount", "contribution.title", "partner.name"),
    ),
    signs_where_named=(("contribution.amount", "partner.name"),),
    key=("project.code", "partner.name", "contribution.title"),
    typical=frozenset(
        {
            "contribution.form",
            "contribution.pledged",
            "contribution.received",
            "contribution.called",
            "contribution.in_kind",
            "contribution.milestone_code",
        }
    ),
    against=frozenset({"project.abstract", "project.call"}),
    reads={
        "*.name": "contribution.title",
        "*.code": None,
        "*.type": "contribution.form",
        "*.description": "contribution.title",
        "*.date": "contribution.received_on",
        "*.partner_code": "partner.code",
        "*.country": "partner.country",
        "project.country": "partner.country",
        "project.coordinator": "partner.name",
        "project.funding": "contribution.amount",
        "project.total_cost": "contribution.total_cost",
        "milestone.code": "contribution.milestone_code",
        "milestone.title": "contribution.milestone_code",
        "project.cofunding_rate": "contribution.rate",
    },
    many=frozenset({"partner.street"}),
)
