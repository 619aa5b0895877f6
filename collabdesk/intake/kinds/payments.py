"""Payments: one row is one payment of the funder, expected or received, or its distribution to a partner."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="payment",
    noun="payment",
    nouns=("payment", "partner", "project"),
    signs=(
        ("payment.kind", "payment.expected"),
        ("payment.kind", "payment.received"),
        ("payment.kind", "payment.expected_on"),
        ("payment.kind", "payment.received_on"),
    ),
    key=("project.code", "payment.code", "payment.kind", "payment.period"),
    typical=frozenset({"payment.kind", "payment.expected", "payment.expected_on"}),
    reads={
        "project.coordinator": "partner.name",
        "*.partner_code": "partner.code",
        "*.lead": "partner.name",
        "participation.lead": None,
        "*.code": "payment.code",
        "*.name": "payment.title",
        "*.title": "payment.title",
        "*.description": "payment.title",
        "*.type": "payment.kind",
        "*.amount": "payment.expected",
        "budget.period": "payment.period",
        "contribution.received": "payment.received",
        "contribution.received_on": "payment.received_on",
        "*.due": "payment.expected_on",
        "*.date": "payment.expected_on",
        "milestone.forecast": "payment.expected_on",
        "*.currency": "payment.currency",
        "project.currency": "payment.currency",
        "cost.paid": "payment.received",
    },
)
